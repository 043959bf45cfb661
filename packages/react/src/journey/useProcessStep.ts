'use client';

import type { JourneyStepOptions, StepState } from '@stepframe/core';
import { useMemo, useSyncExternalStore } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';

/**
 * Submits one step and follows it to its verdict.
 *
 * Components that name the same step share its state. What cannot have arrived is sent again by itself; whatever may have
 * arrived waits for the summary, and then for the person's word.
 *
 * @param stepId Id of the step as Flow Builder shows it, such as `"0"`.
 */
export function useProcessStep(stepId: string, { sides, isOptional }: JourneyStepOptions = {}): StepState {
  const { journey } = useStepframe();
  const { getState } = useMemo(() => journey.step(stepId, { sides, isOptional }), [journey, stepId, sides, isOptional]);
  return useSyncExternalStore(journey.subscribe, getState, getState);
}
