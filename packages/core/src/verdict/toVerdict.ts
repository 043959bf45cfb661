import type { JourneySummary, UserFeedback } from '../contract/summary.ts';

/**
 * What the journey thinks of one step.
 *
 * - `open`: nothing submitted yet; offer the step.
 * - `processing`: submitted, no verdict yet.
 * - `accepted`: passed and concluded.
 * - `skipped`: left out by the person's wish.
 * - `rejected`: not passed; `canRetry` says whether the same step may be submitted again.
 */
export type Verdict =
  | { readonly status: 'open' }
  | { readonly status: 'processing' }
  | { readonly status: 'accepted' }
  | { readonly status: 'skipped' }
  | { readonly status: 'rejected'; readonly feedback: UserFeedback; readonly canRetry: boolean };

const noWords: UserFeedback = { code: null, title: '', details: '' };

/**
 * Reads a step's verdict out of a summary. Pure.
 *
 * Only `is_concluded` and `has_passed_rules` decide; attempts are never counted, because flows differ in how many
 * they allow. A status that is not known counts as processing until those two flags settle it.
 * Source: docs/handling-retries-and-errors, docs/step-result-model.
 */
export function toVerdict(summary: JourneySummary, stepId: string): Verdict {
  const result = summary.steps.find((step) => step.stepId === stepId)?.result;
  if (!result) return { status: 'open' };
  if (result.isConcluded) {
    // How a skipped step looks is not documented. A step that takes no more and never took anything was left out.
    if (result.status === 'Not Submitted' && result.hasPassedRules === null) return { status: 'skipped' };
    return result.hasPassedRules === false
      ? { status: 'rejected', feedback: result.feedback ?? noWords, canRetry: false }
      : { status: 'accepted' };
  }
  if (result.status === 'Not Submitted') return { status: 'open' };
  if (result.status === 'Submitted' && result.hasPassedRules !== null) {
    // Passed and not concluded is not in the documents; the flag that says "passed" wins, so nobody submits twice.
    return result.hasPassedRules
      ? { status: 'accepted' }
      : { status: 'rejected', feedback: result.feedback ?? noWords, canRetry: !summary.isCompleted };
  }
  return { status: 'processing' };
}
