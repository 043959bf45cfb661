'use client';

import type { StepframeError } from '@stepframe/core';
import { useMutation, useMutationState } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';
import { journeyKeys } from './journeyKeys.ts';
import { sendOnce } from './sendOnce.ts';
import { toStepframeError } from './toStepframeError.ts';
import { useJourneySummary } from './useJourneySummary.ts';

/** Where completing the journey stands. */
export type CompleteJourney =
  | { readonly status: 'idle'; readonly complete: () => void }
  | { readonly status: 'completing' }
  | { readonly status: 'completed' }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly complete: () => void };

/**
 * Finalises the journey with what was submitted so far; afterwards no step can be changed.
 *
 * Components share its state, and a double press completes once. It is `completed` as well when the summary says so:
 * completed elsewhere, or with an answer that was lost.
 */
export function useCompleteJourney(): CompleteJourney {
  const { client, journeyId, queryClient } = useStepframe();
  const summary = useJourneySummary();
  const mutationKey = journeyKeys.complete(journeyId);

  const { mutate } = useMutation<void, Error, void>(
    {
      mutationKey,
      mutationFn: () => client.completeJourney(journeyId),
      ...sendOnce(queryClient, journeyId),
    },
    queryClient,
  );
  const latest = useMutationState({ filters: { mutationKey, exact: true }, select: ({ state }) => state }, queryClient).at(-1);

  const complete = useCallback(() => {
    const completions = queryClient.getMutationCache().findAll({ mutationKey: journeyKeys.complete(journeyId), exact: true });
    if (!completions.some(({ state: { status } }) => status === 'pending' || status === 'success')) mutate();
  }, [mutate, queryClient, journeyId]);

  if (latest?.status === 'success' || (summary.status === 'ready' && summary.summary.isCompleted)) return { status: 'completed' };
  if (latest?.status === 'pending') return { status: 'completing' };
  return latest?.status === 'error' ? { status: 'failed', error: toStepframeError(latest.error), complete } : { status: 'idle', complete };
}
