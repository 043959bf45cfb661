import { ConfigurationError } from '@stepframe/core';
import type { Journey } from './Journey.ts';

/**
 * Makes a step open again, with all its attempts: KYC renewal does so to steps of a completed journey.
 *
 * @throws ConfigurationError for a step that the flow does not have.
 */
export function reopenStep(journey: Journey, stepId: string, keepsCompleted: boolean): void {
  const record = journey.steps.get(stepId);
  if (!record) throw new ConfigurationError(`\`stepId\` names no step of this flow. It has: ${[...journey.steps.keys()].join(', ')}.`);
  record.attempts.length = 0;
  Object.assign(record, { isSkipped: false, hasFront: false, isReopened: true });
  if (!keepsCompleted) journey.isCompleted = false;
}
