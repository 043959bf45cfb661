import type { JourneySummary } from '../contract/summary.ts';
import type { StepframeError } from '../errors/StepframeError.ts';

/** A summary with what polling and verdicts need to know of it. */
export interface SummaryReading {
  readonly summary: JourneySummary;
  /**
   * The how manieth ask of this journey gave it, from 1: what happened after that ask began is not in it. A count and no time, because
   * browsers round their clocks, some to a tenth of a second.
   */
  readonly ask: number;
  /** When its content last changed, in milliseconds of the journey's clock. */
  readonly changedAtMs: number;
}

/**
 * The Journey Summary as it stands.
 *
 * - `loading`: never read yet.
 * - `ready`: the latest reading; `error` is set while it cannot be read again.
 * - `failed`: it could not be read even once. If that may change by itself, it is asked for again and again.
 */
export type SummaryState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'ready'; readonly error: StepframeError | null } & SummaryReading)
  | { readonly status: 'failed'; readonly error: StepframeError };
