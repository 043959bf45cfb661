'use client';

import type { StepframeError, SummaryState } from '@stepframe/core';
import { useMemo, useSyncExternalStore } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';

/**
 * The Journey Summary as it stands.
 *
 * - `loading`: never read yet.
 * - `ready`: `summary` is the latest; `error` is set while it cannot be read again.
 * - `failed`: it could not be read even once; `retry` asks again at once.
 */
export type UseJourneySummaryResult =
  | Exclude<SummaryState, { status: 'failed' }>
  | { readonly status: 'failed'; readonly error: StepframeError; readonly retry: () => void };

/**
 * Follows the summary of the provider's journey.
 *
 * Any number of components share one poller: never faster than every two seconds, paused in a hidden tab, ended with the journey.
 */
export function useJourneySummary(): UseJourneySummaryResult {
  const { journey } = useStepframe();
  const state = useSyncExternalStore(journey.subscribe, journey.getSummary, journey.getSummary);
  return useMemo(() => (state.status === 'failed' ? { ...state, retry: journey.refresh } : state), [state, journey]);
}
