import {
  connectJourney,
  isResendable,
  type JourneyRef,
  type Receipt,
  type StepframeError,
  type SubmissionHandle,
  toBackOffMs,
} from '@stepframe/core';
import type { MutationFunctionContext } from '@tanstack/react-query';
import { journeyKeys, type StepMutationKey } from './journeyKeys.ts';

/** Options of a step's submission, for `useMutation` or a `MutationObserver`. */
export interface ProcessStepMutationOptions {
  readonly mutationKey: StepMutationKey;
  readonly mutationFn: (submission: SubmissionHandle, context: MutationFunctionContext) => Promise<Receipt>;
  readonly scope: { readonly id: string };
  readonly networkMode: 'offlineFirst';
  readonly retry: (failureCount: number, error: StepframeError) => boolean;
  readonly retryDelay: (failureCount: number, error: StepframeError) => number;
  readonly gcTime: number;
}

/**
 * A step's submission as a mutation; `success` says that the API has the pictures, and the summary what it thinks of them.
 *
 * Its variables are a handle from `holdSubmission` without pictures. One runs at a time for each step. The first try is always made; one that
 * cannot have arrived is retried, and pauses while offline; after one that may have arrived the summary is read before anything is sent again.
 */
export function processStepMutation(journey: JourneyRef, stepId: string): ProcessStepMutationOptions {
  const { client, journeyId } = journey;
  const connection = connectJourney({ client, journeyId });
  return {
    mutationKey: journeyKeys.step(journeyId, stepId),
    async mutationFn(submission, { client: queryClient }) {
      const receipt = await connection.submit(stepId, submission);
      // For a cache that does not follow the journey.
      void queryClient.invalidateQueries({ queryKey: journeyKeys.summary(journeyId), refetchType: 'none' });
      return receipt;
    },
    scope: { id: `stepframe ${journeyId} ${stepId}` },
    networkMode: 'offlineFirst',
    retry: (_failureCount, error) => isResendable(error),
    retryDelay: (failureCount, error) => toBackOffMs(failureCount + 1, error, connection.environment.random()),
    // What failed stays until the user has seen it.
    gcTime: Infinity,
  };
}
