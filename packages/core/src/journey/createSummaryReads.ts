import type { JourneyClient } from '../client/createJourneyClient.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { minPollIntervalMs } from '../verdict/pollDelay.ts';
import { keepUnchanged } from './keepUnchanged.ts';
import type { SummaryReading } from './SummaryState.ts';
import { toBackOffMs } from './toBackOffMs.ts';
import { toStepframeError } from './toStepframeError.ts';

export interface SummaryReadsOptions {
  readonly client: Pick<JourneyClient, 'getSummary'>;
  readonly journeyId: string;
  readonly environment: JourneyEnvironment;
  /** What is handed out of a summary. */
  readonly toPublic: (summary: JourneySummary) => JourneySummary;
  /** When to read again after this one. */
  readonly toPause: (reading: SummaryReading) => SummaryPause;
  readonly onRead: (reading: SummaryReading) => void;
  readonly onFailure: (error: StepframeError) => void;
}

/** The time from one reading to the next. */
export interface SummaryPause {
  /** In milliseconds; `Infinity` for no other reading. */
  readonly ms: number;
  /** Something is awaited, so the next reading may be held (long poll) until there is news. */
  readonly isForNews: boolean;
}

/** The requests for one journey's summary, by number. */
export interface SummaryReads {
  /**
   * Reads the summary. What it gives was asked for after the last `restart`.
   *
   * @param isForNews Whether it may be held until the summary differs from the latest reading, where something is awaited.
   * @throws StepframeError
   */
  readonly read: (isForNews: boolean) => Promise<JourneySummary>;
  /** How many were begun. */
  readonly countAsks: () => number;
  readonly latest: () => SummaryReading | null;
  /** Number of the request that gave this summary; `Infinity` for one from elsewhere, which is taken at its word. */
  readonly askOf: (summary: JourneySummary) => number;
  /** Why the last one failed; `null` when it did not. */
  readonly failure: () => StepframeError | null;
  /** Something was sent: what was asked for before may be older than that. */
  readonly restart: () => void;
  /** How long until the next reading is due, in milliseconds, or `false` for never. */
  readonly untilNext: (summary: JourneySummary | undefined) => number | false;
}

export function createSummaryReads(options: SummaryReadsOptions): SummaryReads {
  const { client, journeyId, environment, toPublic, toPause, onRead, onFailure } = options;
  /** Of each summary that was handed out. */
  const askNumbers = new WeakMap<JourneySummary, number>();
  /** When a summary from elsewhere was first seen here. */
  const seenAtMs = new WeakMap<JourneySummary, number>();
  let asks = 0;
  let version = 0;
  let latest: (SummaryReading & { readonly raw: JourneySummary; readonly askedAtMs: number; readonly readAtMs: number }) | null = null;
  let failures = 0;
  let failure: { readonly error: StepframeError; readonly nextAtMs: number } | null = null;

  function settle(raw: JourneySummary, number: number, askedAtMs: number): JourneySummary {
    const readAtMs = environment.now();
    const summary = keepUnchanged(latest && latest.summary, toPublic(raw));
    const changedAtMs = latest?.summary === summary ? latest.changedAtMs : readAtMs;
    const ask = Math.max(number, latest?.ask ?? 0);
    latest = { summary, ask, changedAtMs, raw, askedAtMs, readAtMs };
    askNumbers.set(summary, ask);
    failures = 0;
    failure = null;
    onRead(latest);
    return summary;
  }

  function fail(error: StepframeError): StepframeError {
    // Those who share one call get one and the same error.
    if (failure?.error === error) return error;
    failures += 1;
    failure = { error, nextAtMs: environment.now() + toBackOffMs(failures, error, environment.random()) };
    onFailure(error);
    return error;
  }

  return {
    async read(isForNews) {
      for (;;) {
        const number = (asks += 1);
        const before = version;
        const askedAtMs = environment.now();
        const known = isForNews && latest && toPause(latest).isForNews ? latest.raw : undefined;
        try {
          const raw = await client.getSummary(journeyId, { unlike: known });
          if (version === before) return settle(raw, number, askedAtMs);
        } catch (caught) {
          throw fail(toStepframeError(caught));
        }
      }
    },
    countAsks: () => asks,
    latest: () => latest,
    failure: () => failure?.error ?? null,
    askOf: (summary) => askNumbers.get(summary) ?? Infinity,
    restart() {
      version += 1;
    },
    untilNext(summary) {
      const nowMs = environment.now();
      if (failure) return failure.error.retryable ? Math.max(0, failure.nextAtMs - nowMs) : false;
      if (!summary) return false;
      if (latest?.summary !== summary) {
        if (!seenAtMs.has(summary)) seenAtMs.set(summary, nowMs);
        const changedAtMs = seenAtMs.get(summary) ?? nowMs;
        const { ms } = toPause({ summary, ask: Infinity, changedAtMs });
        return ms === Infinity ? false : Math.max(0, changedAtMs + Math.max(ms, minPollIntervalMs) - nowMs);
      }
      const { ms, isForNews } = toPause(latest);
      if (ms === Infinity) return false;
      // The client keeps the first two seconds of a pause for news. One of the host's own may answer at once however often it is asked.
      const dueAtMs = isForNews
        ? Math.max(
            latest.readAtMs + ms - minPollIntervalMs,
            latest.changedAtMs < latest.readAtMs ? latest.askedAtMs + minPollIntervalMs : 0,
          )
        : latest.readAtMs + ms;
      return Math.max(0, dueAtMs - nowMs);
    },
  };
}
