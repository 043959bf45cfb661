import type { JourneySummary, StepResult } from '../contract/summary.ts';
import { toVerdict } from '../verdict/toVerdict.ts';
import { findStepResult } from './findStepResult.ts';

/**
 * Whether a summary has another word for the step than before, so that something arrived. Of a step that is open there is nothing: what moved
 * was that it was opened again.
 */
export const hasMoved = (summary: JourneySummary, stepId: string, before: StepResult | null | undefined): boolean =>
  before !== undefined && findStepResult(summary, stepId) !== before && toVerdict(summary, stepId).status !== 'open';

export const isRejected = (summary: JourneySummary | undefined, stepId: string): boolean =>
  summary !== undefined && toVerdict(summary, stepId).status === 'rejected';
