import type { StepState } from '@stepframe/core';
import { useEffect, useRef } from 'react';
import type { FinalVerdict } from './StepProps.ts';

/** Tells the host of each verdict once, however often the step renders. */
export function useVerdictEvent(step: StepState, onVerdict: ((verdict: FinalVerdict) => void) | undefined): void {
  const told = useRef<StepState['status'] | null>(null);
  useEffect(() => {
    const isNew = told.current !== step.status;
    told.current = step.status;
    if (!isNew) return;
    if (step.status === 'accepted') onVerdict?.({ status: 'accepted' });
    if (step.status === 'rejected') onVerdict?.({ status: 'rejected', feedback: step.feedback, canRetry: step.canRetry });
  }, [step, onVerdict]);
}
