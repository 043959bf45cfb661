import { Refusal } from '../http/Refusal.ts';
import type { Journey, StepRecord } from '../journey/Journey.ts';
import { isFrozen, toStanding } from '../journey/toStanding.ts';

/**
 * A step that a submission may be made to, or why there is none.
 *
 * The three codes are those of the vendor's SDK; that the HTTP API answers 409 is the sandbox's reading.
 */
export function findOpenStep(journey: Journey, stepId: string, nowMs: number): StepRecord | Refusal {
  const record = journey.steps.get(stepId);
  if (isFrozen(record, journey)) {
    return new Refusal('journey_completed', 'The journey is completed: no step can be submitted or changed any more.');
  }
  if (!record) {
    return new Refusal(
      'missing_requested_resource',
      `"step_id" names no step of this flow. It has: ${[...journey.steps.keys()].join(', ')}.`,
    );
  }
  const standing = toStanding(record, journey, nowMs);
  if (standing.status === 'processing' && !journey.flow.scenario.takesWhileProcessing) {
    return new Refusal('step_in_progress', `The step "${stepId}" is still being processed. Wait until the summary shows its result.`);
  }
  if (standing.status === 'skipped' || (standing.status === 'settled' && standing.isConcluded)) {
    return new Refusal('step_concluded', `The step "${stepId}" is concluded: it passed, was skipped, or has no attempt left.`);
  }
  return record;
}
