import type { JourneySummary } from './summary.ts';

/**
 * What a browser may see of a summary: each step's id, type, title, status, flags and feedback, and whether the journey is completed. Not the
 * interim assessment and its rules: they may tell of checks (AML, duplicates) of which an applicant must not be told. Pure.
 */
export function toPublicSummary({ journeyId, isCompleted, steps }: JourneySummary): JourneySummary {
  return { journeyId, isCompleted, steps, interimAssessment: null, interimRules: [] };
}
