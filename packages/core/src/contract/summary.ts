import type { OpenSet } from './openSet.ts';

/** `Document` and `Selfie` are documented; others exist. */
export type StepType = OpenSet<'Document' | 'Selfie'>;

/** Where a step's processing stands. */
export type StepStatus = OpenSet<'Not Submitted' | 'In Progress' | 'Submitted'>;

/** Outcome of an interim rule or of all of them. */
export type RuleResult = OpenSet<'Passed' | 'Failed' | 'CouldNotApply'>;

/** What the API says to the end user about a step. `code` is an open set with prefix `feedback_`. */
export interface UserFeedback {
  readonly code: string | null;
  readonly title: string;
  readonly details: string;
}

export interface StepResult {
  readonly status: StepStatus;
  /** Passed the initial checks; `null` while not known. */
  readonly hasPassedRules: boolean | null;
  /** No further attempt is allowed: it passed, or attempts are used up. */
  readonly isConcluded: boolean;
  /** `null` when the API has nothing to say (it sends `null` or an empty string). */
  readonly feedback: UserFeedback | null;
}

export interface StepSummary {
  /** Always a string, whether the API sent `0` or `"0"`. */
  readonly stepId: string;
  readonly stepType: StepType;
  readonly stepTitle: string;
  /** `null` when nothing was submitted yet. */
  readonly result: StepResult | null;
}

export interface InterimRule {
  /** `same_subject`, `under_age`, `no_duplicate_applicant`, … */
  readonly key: string;
  readonly name: string;
  readonly result: RuleResult;
}

/** The Journey Summary. Source: reference/get-journey-summary. */
export interface JourneySummary {
  readonly journeyId: string;
  readonly isCompleted: boolean;
  /** Steps that were never submitted may be missing. */
  readonly steps: readonly StepSummary[];
  /** `null` before the rules ran. */
  readonly interimAssessment: RuleResult | null;
  readonly interimRules: readonly InterimRule[];
}
