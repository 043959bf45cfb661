import type { ScenarioRule } from '../scenarios/Scenario.ts';
import type { Journey } from './Journey.ts';
import { type Standing, toStanding } from './toStanding.ts';

/** The interim rules as a summary carries them; both are `null` before the rules ran. */
export interface InterimResult {
  readonly interim_rule_assessment: 'Passed' | 'Failed' | null;
  readonly interim_rule_details: Readonly<Record<string, ScenarioRule>> | null;
}

const isDone = (standing: Standing) => standing.status === 'skipped' || (standing.status === 'settled' && standing.isConcluded);
const hasPassed = (standing: Standing) => standing.status === 'settled' && standing.outcome.verdict === 'passed';

/**
 * The interim rules of a journey at one moment. Pure.
 *
 * They run once every mandatory step is concluded, or the journey is completed, and nothing is being processed. A rule
 * that lacks its picture could not apply. The whole has passed when every mandatory step has and no rule failed.
 * Rule keys and names: reference/get-journey-summary. When exactly the API runs them is not documented.
 */
export function toInterimResult(journey: Journey, nowMs: number): InterimResult {
  const steps = [...journey.steps.values()].map((record) => ({ step: record.step, standing: toStanding(record, journey, nowMs) }));
  const mandatory = steps.filter(({ step }) => !step.isOptional);
  const isProcessing = steps.some(({ standing }) => standing.status === 'processing');
  const hasRun = !isProcessing && (journey.isCompleted || mandatory.every(({ standing }) => isDone(standing)));
  if (!hasRun) return { interim_rule_assessment: null, interim_rule_details: null };

  const has = (type: string) => steps.some(({ step, standing }) => step.stepType === type && hasPassed(standing));
  const rule = (key: string, name: string, applies: boolean): ScenarioRule =>
    applies ? (journey.flow.scenario.rules?.[key] ?? { name, result: 'Passed' }) : { name, result: 'CouldNotApply' };
  const details = {
    ...journey.flow.scenario.rules,
    same_subject: rule('same_subject', 'Same Person', has('Document') && has('Selfie')),
    under_age: rule('under_age', 'Under Age', has('Document')),
    no_duplicate_applicant: rule('no_duplicate_applicant', 'Unique Applicant', has('Document') || has('Selfie')),
  };
  const isFine =
    mandatory.every(({ standing }) => hasPassed(standing)) && Object.values(details).every(({ result }) => result !== 'Failed');
  return { interim_rule_assessment: isFine ? 'Passed' : 'Failed', interim_rule_details: details };
}
