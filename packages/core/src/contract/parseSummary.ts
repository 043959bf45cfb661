import * as v from 'valibot';
import type { JourneySummary, StepResult, StepStatus } from './summary.ts';
import { flag, id, parse, text } from './tolerant.ts';

const knownStatuses: readonly StepStatus[] = ['Not Submitted', 'In Progress', 'Submitted'];

const toPlain = (word: string) => word.toLowerCase().replace(/[\s_-]/g, '');

/** The same word whatever its case and separators: the pages disagree on both. Unknown words are kept as they are. */
function toStatus(raw: string): StepStatus {
  return knownStatuses.find((known) => toPlain(known) === toPlain(raw)) ?? raw;
}

const stepResult = v.pipe(
  v.looseObject({
    status: text,
    has_passed_rules: flag,
    is_concluded: flag,
    error_user_feedback_code: text,
    error_user_feedback_title: text,
    error_user_feedback_details: text,
  }),
  v.transform((wire): StepResult => {
    const { error_user_feedback_code: code, error_user_feedback_title: title, error_user_feedback_details: details } = wire;
    return {
      status: toStatus(wire.status),
      hasPassedRules: wire.has_passed_rules,
      isConcluded: wire.is_concluded ?? false,
      feedback: code || title || details ? { code: code || null, title, details } : null,
    };
  }),
);

const stepSummary = v.pipe(
  v.looseObject({
    definition: v.looseObject({ step_id: id, step_type: text, step_title: text }),
    result: v.nullish(stepResult),
  }),
  v.transform(({ definition, result }) => ({
    stepId: definition.step_id,
    stepType: definition.step_type,
    stepTitle: definition.step_title,
    result: result ?? null,
  })),
);

/** A rule is told, never acted on: one that cannot be read must not cost the verdicts of the steps. */
const interimRule = v.fallback(v.looseObject({ name: text, result: text }), { name: '', result: '' });

const interimResult = v.looseObject({
  interim_rule_assessment: text,
  interim_rule_details: v.fallback(v.nullish(v.record(v.string(), interimRule)), null),
});

const schema = v.pipe(
  v.looseObject({
    journey_id: id,
    is_completed: flag,
    step_summaries: v.nullish(v.array(stepSummary)),
    result: v.fallback(v.nullish(interimResult), null),
  }),
  v.transform((wire) => ({
    journeyId: wire.journey_id,
    isCompleted: wire.is_completed ?? false,
    steps: wire.step_summaries ?? [],
    interimAssessment: wire.result?.interim_rule_assessment || null,
    interimRules: Object.entries(wire.result?.interim_rule_details ?? {}).map(([key, rule]) => ({
      key,
      name: rule.name || key,
      result: rule.result,
    })),
  })),
);

/**
 * Reads a Journey Summary.
 *
 * Tolerant: step ids become strings, unknown statuses, types and rules are kept, missing parts are empty.
 *
 * @throws ContractError when there is no journey id, a step has no id, or the steps and their results are not what they should be.
 */
export function parseSummary(input: unknown): JourneySummary {
  return parse(schema, input, 'journey summary');
}
