import type { JourneySummary } from '@stepframe/core';
import { hasEnded } from './hasEnded.ts';
import { documentStepId, stepIds } from './steps.ts';

/** The pages of a journey under way. */
export type JourneyPage = 'document' | 'selfie' | 'waiting' | 'result';

/**
 * The page that is due. Pure.
 *
 * @param left Steps whose verdict the customer has seen and left with Continue.
 */
export function choosePage(summary: JourneySummary, left: readonly string[]): JourneyPage {
  if (summary.isCompleted) return 'result';
  const current = stepIds.find((stepId) => !(left.includes(stepId) && hasEnded(summary, stepId)));
  if (current === undefined) return 'waiting';
  return current === documentStepId ? 'document' : 'selfie';
}
