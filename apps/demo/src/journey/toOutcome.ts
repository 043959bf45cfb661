import type { JourneySummary } from '@stepframe/core';

/** What the bank tells its customer at the end. */
export type Outcome = 'passed' | 'closer-look' | 'received';

/** The end of a journey in the bank's words. Pure. Which check failed is not for the customer to learn here. */
export function toOutcome({ interimAssessment }: JourneySummary): Outcome {
  if (interimAssessment === 'Passed') return 'passed';
  return interimAssessment === 'Failed' ? 'closer-look' : 'received';
}
