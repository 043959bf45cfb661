import type { Journey, StepRecord } from './Journey.ts';
import { type InterimResult, toInterimResult } from './toInterimResult.ts';
import { toStanding } from './toStanding.ts';

/** A step's result on the wire. */
export interface WireStepResult {
  readonly has_passed_rules: boolean | null;
  readonly is_concluded: boolean;
  readonly status: string;
  readonly error_user_feedback_code: string | null;
  readonly error_user_feedback_title: string;
  readonly error_user_feedback_details: string;
}

/** The Journey Summary on the wire. Source: reference/get-journey-summary. */
export interface WireSummary {
  readonly journey_id: string;
  readonly is_completed: boolean;
  readonly step_summaries: readonly {
    readonly definition: { readonly step_id: string | number; readonly step_type: string; readonly step_title: string };
    readonly result: WireStepResult | null;
  }[];
  readonly result: InterimResult;
}

/**
 * A journey as its summary shows it at one moment. Pure.
 *
 * It keeps the API's own oddities: an id of digits is a number, no feedback code is `null` while no title is an empty
 * string, and a step that was never submitted is absent. How a skipped step looks is not documented: unless the scenario
 * knows better it is concluded, `Not Submitted`, and neither passed nor failed.
 */
export function toSummary(journey: Journey, nowMs: number): WireSummary {
  const { scenario } = journey.flow;
  return {
    journey_id: journey.journeyId,
    is_completed: journey.isCompleted,
    step_summaries: [...journey.steps.values()].flatMap((record) => {
      const result = toStepResult(record, journey, nowMs);
      const { stepId, stepType, stepTitle } = record.step;
      const definition = {
        step_id: /^(0|[1-9]\d{0,8})$/.test(stepId) ? Number(stepId) : stepId,
        step_type: scenario.stepTypes?.[stepType] ?? stepType,
        step_title: stepTitle,
      };
      return result || scenario.listsAllSteps ? [{ definition, result }] : [];
    }),
    result: toInterimResult(journey, nowMs),
  };
}

const plain: WireStepResult = {
  has_passed_rules: null,
  is_concluded: false,
  status: 'Submitted',
  error_user_feedback_code: null,
  error_user_feedback_title: '',
  error_user_feedback_details: '',
};

const leftOut: WireStepResult = { ...plain, status: 'Not Submitted', is_concluded: true };

function toStepResult(record: StepRecord, journey: Journey, nowMs: number): WireStepResult | null {
  const { processingStatus = 'In Progress', halfStatus = 'In Progress', passedStatus = 'Submitted', skipped = {} } = journey.flow.scenario;
  const standing = toStanding(record, journey, nowMs);
  if (standing.status === 'untouched') return null;
  if (standing.status === 'skipped') return skipped && { ...leftOut, ...skipped };
  if (standing.status === 'reopened') return { ...plain, status: 'Not Submitted' };
  if (standing.status === 'half') return { ...plain, status: halfStatus };
  if (standing.status === 'processing') return { ...plain, status: processingStatus };
  const { outcome, isConcluded } = standing;
  if (outcome.verdict === 'passed') return { ...plain, status: passedStatus, has_passed_rules: true, is_concluded: true };
  return {
    ...plain,
    has_passed_rules: false,
    is_concluded: isConcluded,
    error_user_feedback_code: outcome.feedback.code,
    error_user_feedback_title: outcome.feedback.title,
    error_user_feedback_details: outcome.feedback.details,
  };
}
