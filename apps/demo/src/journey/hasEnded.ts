import { type JourneySummary, toVerdict } from '@stepframe/core';

/** Whether a step asks nothing more of the customer: it was accepted, or no other try is allowed. */
export function hasEnded(summary: JourneySummary, stepId: string): boolean {
  const verdict = toVerdict(summary, stepId);
  return verdict.status === 'accepted' || (verdict.status === 'rejected' && !verdict.canRetry);
}
