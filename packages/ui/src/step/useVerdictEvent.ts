import type { ProcessStep } from '@stepframe/react';
import { useEffect, useRef } from 'react';
import type { FinalVerdict } from './StepProps.ts';

/** Tells the host of each verdict once, however often the step renders. */
export function useVerdictEvent(step: ProcessStep, onVerdict: ((verdict: FinalVerdict) => void) | undefined): void {
  const told = useRef<ProcessStep['status'] | null>(null);
  useEffect(() => {
    const isNew = told.current !== step.status;
    told.current = step.status;
    if (!isNew) return;
    if (step.status === 'accepted') onVerdict?.({ status: 'accepted' });
    if (step.status === 'rejected') onVerdict?.({ status: 'rejected', feedback: step.feedback, canRetry: step.canRetry });
  }, [step, onVerdict]);
}
