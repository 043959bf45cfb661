import type { OpenSet, RuleResult, StepType, UserFeedback } from '@stepframe/core';

/** One submission, as a scenario sees it. */
export interface ScenarioSubmission {
  readonly stepId: string;
  readonly stepType: StepType;
  /** Which attempt at this step it is, from 1. Only submissions that were taken count. */
  readonly attempt: number;
}

/** What the API thinks of one submission once it is processed. */
export type ScenarioOutcome =
  | { readonly verdict: 'passed' }
  /** The step fails its checks. It may be tried again until the flow's attempts are used up. */
  | { readonly verdict: 'rejected'; readonly feedback: UserFeedback };

/** An interim rule as the summary shows it. */
export interface ScenarioRule {
  readonly name: string;
  readonly result: RuleResult;
}

/**
 * How the API behaves towards one journey: data and pure functions, no state and no clock.
 * The same submissions always lead to the same answers.
 */
export interface Scenario {
  /** One line for a list. */
  readonly description: string;
  readonly judge: (submission: ScenarioSubmission) => ScenarioOutcome;
  /**
   * Whether an upload (from 1, counted per step, failed ones included) is answered with 503 and not taken.
   * Default: none is.
   */
  readonly failsUpload?: (stepId: string, upload: number) => boolean;
  /** Whether a summary call (from 1, counted per journey) starts a temporary block however patient the caller was. Default: none does. */
  readonly blocksSummaryCall?: (call: number) => boolean;
  /** Rules whose result differs from `Passed`, or that are not documented, by key. */
  readonly rules?: Readonly<Record<string, ScenarioRule>>;
  /** Time from submission to result, in milliseconds. Default: the sandbox's `processingMs`. */
  readonly processingMs?: number;
  /** Word for a submission that is being processed. Default `In Progress`. */
  readonly processingStatus?: OpenSet<'In Progress'>;
  /** Word for a submission that passed. Default `Submitted`. */
  readonly passedStatus?: OpenSet<'Submitted'>;
  /** Step types as the summary shows them, by the flow's step type. Default: the same. */
  readonly stepTypes?: Readonly<Record<string, string>>;
}
