'use client';

import { type JourneySummary, type StepframeError } from '@stepframe/core';
import { useQuery } from '@tanstack/react-query';
import { useStepframe } from '../StepframeProvider.tsx';
import { summaryQuery } from './summaryQuery.ts';
import { toStepframeError } from './toStepframeError.ts';

/**
 * The Journey Summary as it stands.
 *
 * - `loading`: never read yet.
 * - `ready`: `summary` is the latest, asked for at `askedAtMs` (of `performance.now`); `error` is set while a later poll fails, and polling goes on if it can.
 * - `failed`: it could not be read even once; `retry` asks again.
 */
export type UseJourneySummaryResult =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly summary: JourneySummary; readonly askedAtMs: number; readonly error: StepframeError | null }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly retry: () => void };

/**
 * Follows the summary of the provider's journey.
 *
 * Any number of components share one poller: never faster than every two seconds, paused in a hidden tab, ended when
 * no verdict is awaited.
 */
export function useJourneySummary(): UseJourneySummaryResult {
  const { client, journeyId, queryClient } = useStepframe();
  const { data, error, failureReason, isFetching, refetch } = useQuery(summaryQuery(client, journeyId, queryClient), queryClient);
  if (data) {
    return { status: 'ready', summary: data.summary, askedAtMs: data.askedAtMs, error: failureReason && toStepframeError(failureReason) };
  }
  if (error && !isFetching) return { status: 'failed', error: toStepframeError(error), retry: () => void refetch() };
  return { status: 'loading' };
}
