'use client';

import type { StepframeError } from '@stepframe/core';
import { useMutation } from '@tanstack/react-query';
import { useStepframe } from '../StepframeProvider.tsx';
import { journeyKeys } from './journeyKeys.ts';
import { toStepframeError } from './toStepframeError.ts';

/** Where completing the journey stands. */
export type CompleteJourney =
  | { readonly status: 'idle'; readonly complete: () => void }
  | { readonly status: 'completing' }
  | { readonly status: 'completed' }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly complete: () => void };

/** Finalises the journey with what was submitted so far; afterwards no step can be changed. */
export function useCompleteJourney(): CompleteJourney {
  const { client, journeyId, queryClient } = useStepframe();
  const { status, error, mutate } = useMutation<void, Error, void>(
    {
      mutationKey: journeyKeys.complete(journeyId),
      mutationFn: () => client.completeJourney(journeyId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: journeyKeys.summary(journeyId) }),
      networkMode: 'always',
    },
    queryClient,
  );
  if (status === 'pending') return { status: 'completing' };
  if (status === 'success') return { status: 'completed' };
  const complete = () => mutate();
  return status === 'error' ? { status: 'failed', error: toStepframeError(error), complete } : { status: 'idle', complete };
}
