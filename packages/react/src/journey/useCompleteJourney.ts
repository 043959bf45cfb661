'use client';

import type { CompletionState } from '@stepframe/core';
import { useSyncExternalStore } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';

/**
 * Finalises the journey with what was submitted so far; afterwards no step can be changed.
 *
 * Components share its state, and a double press completes once. It is `completed` as well when the summary says so:
 * completed elsewhere, or with an answer that was lost.
 */
export function useCompleteJourney(): CompletionState {
  const { journey } = useStepframe();
  return useSyncExternalStore(journey.subscribe, journey.getCompletion, journey.getCompletion);
}
