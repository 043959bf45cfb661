import type { JourneySummary, StepResult } from '../contract/summary.ts';

/** What a summary says of one step. It is the same object until that changes. */
export function findStepResult({ steps }: JourneySummary, stepId: string): StepResult | null {
  return steps.find((step) => step.stepId === stepId)?.result ?? null;
}
