import type { JourneySummary } from '../contract/summary.ts';
import { toVerdict } from './toVerdict.ts';

/** The API asks for at least two seconds between two summary calls. Source: reference/get-journey-summary. */
export const minPollIntervalMs = 2_000;

/** Longest pause between two polls, reached when nothing has changed for long. */
export const maxPollIntervalMs = 15_000;

/** Verdicts usually come within seconds; up to here the floor is kept. */
const patienceMs = 30_000;

/** A completed journey may still get its interim assessment, if its flow has one: nothing says so, so waiting has an end. */
const assessmentMs = 60_000;

export interface PollSituation {
  /** Time since the summary last changed or a step was last submitted, in milliseconds. */
  readonly unchangedMs: number;
  /** Steps that were submitted after this summary was read: their verdict is still to come. */
  readonly awaiting?: readonly string[];
}

/**
 * How long to wait before the next summary poll, in milliseconds, or `false` when there is nothing to wait for:
 * no step is processing and none is awaited, or the journey is completed and assessed. Pure.
 *
 * Two seconds at first; after half a minute without a change a tenth of the time that has passed is added, up to 15 s.
 */
export function pollDelay(summary: JourneySummary, { unchangedMs, awaiting = [] }: PollSituation): number | false {
  const isWaiting = summary.isCompleted
    ? summary.interimAssessment === null && unchangedMs < assessmentMs
    : awaiting.length > 0 || summary.steps.some(({ stepId }) => toVerdict(summary, stepId).status === 'processing');
  if (!isWaiting) return false;
  const backOffMs = Math.max(0, unchangedMs - patienceMs) / 10;
  return Math.min(maxPollIntervalMs, minPollIntervalMs + backOffMs);
}
