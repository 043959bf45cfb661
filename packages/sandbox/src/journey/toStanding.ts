import type { ScenarioOutcome } from '../scenarios/Scenario.ts';
import type { Journey, StepRecord } from './Journey.ts';

/** Where one step stands at one moment. */
export type Standing =
  | { readonly status: 'untouched' }
  | { readonly status: 'skipped' }
  /** The first of two sides is there. */
  | { readonly status: 'half' }
  | { readonly status: 'reopened' }
  | { readonly status: 'processing' }
  | { readonly status: 'settled'; readonly outcome: ScenarioOutcome; readonly isConcluded: boolean };

/**
 * Derives a step's standing from its attempts and the time. Pure: there are no timers, so a made-up clock is enough.
 *
 * A settled step is concluded when it passed, when its attempts are used up, or when the journey is completed.
 * Source: docs/handling-retries-and-errors.
 */
export function toStanding(record: StepRecord, journey: Journey, nowMs: number): Standing {
  if (record.isSkipped) return { status: 'skipped' };
  if (record.hasFront && !isFrozen(record, journey)) return { status: 'half' };
  const attempt = record.attempts.at(-1);
  if (!attempt) return { status: record.isReopened ? 'reopened' : 'untouched' };
  if (nowMs < attempt.readyAtMs) return { status: 'processing' };
  const { outcome } = attempt;
  const isConcluded = outcome.verdict === 'passed' || record.attempts.length >= journey.flow.maxAttempts || isFrozen(record, journey);
  return { status: 'settled', outcome, isConcluded };
}

/** Whether nothing can be submitted because the journey is completed. */
export function isFrozen(record: StepRecord | undefined, journey: Journey): boolean {
  return journey.isCompleted && !record?.isReopened;
}
