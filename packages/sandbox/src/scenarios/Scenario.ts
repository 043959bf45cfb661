import type { OpenSet, RuleResult, StepType, UserFeedback } from '@stepframe/core';
import type { Injection } from '../faults/Injection.ts';
import type { FlowStep } from '../journey/Flow.ts';
import type { WireStepResult, WireSummary } from '../journey/toSummary.ts';
import type { SandboxOperation } from '../SandboxOperation.ts';

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

/** A fault that each journey of a scenario begins with. */
export interface ScenarioFault extends Omit<Injection<Exclude<SandboxOperation, 'start'>>, 'journeyId'> {
  /** Whether each step of the flow has this fault for itself. Default `false`. */
  readonly eachStep?: boolean;
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
  /** Steps of the default flow of this scenario. Default `defaultSteps`. */
  readonly steps?: readonly FlowStep[];
  /** What goes wrong on the way. */
  readonly faults?: readonly ScenarioFault[];
  /** Whether a submission is taken, as one more attempt, although the one before is still being processed. Default `false`: it is refused. */
  readonly takesWhileProcessing?: boolean;
  /** How the 429 of a temporary block says when it ends. Default `seconds`. */
  readonly blockRetryAfter?: 'seconds' | 'date' | 'none';
  /** The journey is completed from elsewhere, so many milliseconds after its first submission. Default: it is not. */
  readonly completesAfterMs?: number;
  /** A step is opened again, so many milliseconds after the journey was completed; once. Default: none is. */
  readonly reopens?: { readonly stepId: string; readonly afterMs: number };
  /** Time from submission to result, in milliseconds. Default: the sandbox's `processingMs`. */
  readonly processingMs?: number | ((submission: ScenarioSubmission) => number);
  /** Word for a step of which one of two sides was taken. Default `In Progress`. */
  readonly halfStatus?: OpenSet<'In Progress'>;
  /** How a skipped step differs from a concluded one that is `Not Submitted`; `null` when it is not shown at all. */
  readonly skipped?: Partial<WireStepResult> | null;
  /** Whether steps that were never submitted are in the summary, with `result: null`. Default `false`. */
  readonly listsAllSteps?: boolean;
  /** What becomes of a summary before it is sent. Default: nothing. */
  readonly reshape?: (summary: WireSummary) => object;
  /** Word for a submission that is being processed. Default `In Progress`. */
  readonly processingStatus?: OpenSet<'In Progress'>;
  /** Word for a submission that passed. Default `Submitted`. */
  readonly passedStatus?: OpenSet<'Submitted'>;
  /** Step types as the summary shows them, by the flow's step type. Default: the same. */
  readonly stepTypes?: Readonly<Record<string, string>>;
}
