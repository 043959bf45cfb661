import { connectJourney, isResendable, type JourneyRef, type StepframeError, toBackOffMs } from '@stepframe/core';
import { type CompleteMutationKey, journeyKeys } from './journeyKeys.ts';

/** Options of completing a journey, for `useMutation` or a `MutationObserver`. */
export interface CompleteJourneyMutationOptions {
  readonly mutationKey: CompleteMutationKey;
  readonly mutationFn: () => Promise<void>;
  readonly scope: { readonly id: string };
  readonly networkMode: 'offlineFirst';
  readonly retry: (failureCount: number, error: StepframeError) => boolean;
  readonly retryDelay: (failureCount: number, error: StepframeError) => number;
  readonly gcTime: number;
}

/** Finalises the journey with what was submitted so far; afterwards no step can be changed. Completing twice is no different from once. */
export function completeJourneyMutation({ client, journeyId }: JourneyRef): CompleteJourneyMutationOptions {
  const connection = connectJourney({ client, journeyId });
  return {
    mutationKey: journeyKeys.complete(journeyId),
    mutationFn: connection.complete,
    scope: { id: `stepframe ${journeyId} complete` },
    networkMode: 'offlineFirst',
    retry: (_failureCount, error) => isResendable(error),
    retryDelay: (failureCount, error) => toBackOffMs(failureCount + 1, error, connection.environment.random()),
    gcTime: Infinity,
  };
}
