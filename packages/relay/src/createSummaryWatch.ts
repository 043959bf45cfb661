import { maxPollIntervalMs, pollDelay, type SummaryGate } from '@stepframe/core';
import type { LoadedSummary } from './RelayContext.ts';

export interface SummaryWatchOptions {
  readonly gate: SummaryGate<LoadedSummary>;
  /** A clock in milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Fires when the server shuts down: nobody is held any longer. */
  readonly closing?: AbortSignal | undefined;
}

export interface SummaryWaitOptions {
  /** ETag of what the browser has. */
  readonly known: string;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** Holds those who ask for news of a summary, and looks for all of them at once. */
export interface SummaryWatch {
  /**
   * Resolves with the first reading that is not the known one, or with `null` when there was none in time.
   *
   * @throws what the gate throws, to all who wait
   * @throws the reason of the signal
   */
  readonly wait: (journeyId: string, options: SummaryWaitOptions) => Promise<LoadedSummary | null>;
  /** Tells those who wait of a reading that somebody else asked for. */
  readonly note: (journeyId: string, reading: LoadedSummary) => void;
  /** Something was submitted: a change is to be expected, so the pace is the quick one again. */
  readonly touch: (journeyId: string) => void;
}

interface Waiter {
  readonly known: string;
  readonly settle: (reading: LoadedSummary | null) => void;
  readonly fail: (error: unknown) => void;
}

interface Journey {
  /** Of the last reading. */
  reading: { readonly etag: string; readonly summary: LoadedSummary['summary']; readonly at: number } | null;
  changedAt: number;
  readonly waiters: Set<Waiter>;
  /** Ends the look-out; `null` when nobody looks. */
  stop: AbortController | null;
  /** Lets a pause be reckoned anew. */
  wake: () => void;
  usedAt: number;
}

/** How long a journey that nobody waits for is remembered, so that those who come back keep its pace. */
const keepMs = 5 * 60_000;

/** A step that no summary has, which stands for whatever those who wait are waiting for. */
const awaiting = [''];

/**
 * Looks at a journey's summary for as long as somebody waits for news, every two seconds at first, and less and less often
 * when nothing has changed for long: `pollDelay` says how often. It stops when the last one has gone.
 */
export function createSummaryWatch({ gate, now, sleep, closing }: SummaryWatchOptions): SummaryWatch {
  const journeys = new Map<string, Journey>();

  let nextSweepAt = -Infinity;

  function sweep(): void {
    if (now() < nextSweepAt) return;
    nextSweepAt = now() + keepMs / 5;
    for (const [id, { stop, usedAt }] of journeys) if (!stop && now() - usedAt > keepMs) journeys.delete(id);
  }

  function journeyOf(journeyId: string): Journey {
    sweep();
    const journey = journeys.get(journeyId) ?? {
      reading: null,
      changedAt: now(),
      waiters: new Set<Waiter>(),
      stop: null,
      wake: () => undefined,
      usedAt: now(),
    };
    journeys.set(journeyId, journey);
    journey.usedAt = now();
    return journey;
  }

  function take(journey: Journey, { etag, summary }: LoadedSummary): void {
    if (journey.reading && journey.reading.etag !== etag) journey.changedAt = now();
    journey.reading = { etag, summary, at: now() };
  }

  function tell(journey: Journey, reading: LoadedSummary): void {
    for (const waiter of journey.waiters) {
      if (waiter.known === reading.etag) continue;
      journey.waiters.delete(waiter);
      waiter.settle(reading);
    }
  }

  /** Resolves when the next look is due. */
  async function pause(journey: Journey, signal: AbortSignal): Promise<void> {
    for (;;) {
      const { reading, changedAt } = journey;
      // Somebody has older news than the last look: that is due at once, and the gate keeps the two seconds.
      const isKnown = reading && [...journey.waiters].every(({ known }) => known === reading.etag);
      if (!isKnown) return;
      const intervalMs = pollDelay(reading.summary, { unchangedMs: now() - changedAt, awaiting }) || maxPollIntervalMs;
      const leftMs = reading.at + intervalMs - now();
      if (leftMs <= 0) return;
      const stop = new AbortController();
      const leave = (): void => stop.abort();
      journey.wake = leave;
      signal.addEventListener('abort', leave, { once: true });
      await sleep(leftMs, stop.signal).catch(() => undefined);
      signal.removeEventListener('abort', leave);
      signal.throwIfAborted();
    }
  }

  async function lookOut(journeyId: string, journey: Journey, signal: AbortSignal): Promise<void> {
    try {
      while (journey.waiters.size > 0) {
        await pause(journey, signal);
        const reading = await gate.get(journeyId, { signal });
        take(journey, reading);
        tell(journey, reading);
      }
    } catch (error) {
      // Those who have come since then have begun a look-out of their own.
      if (signal.aborted) return;
      for (const { fail } of journey.waiters) fail(error);
      journey.waiters.clear();
    } finally {
      if (journey.stop?.signal === signal) journey.stop = null;
    }
  }

  return {
    async wait(journeyId, { known, waitMs, signal }) {
      signal.throwIfAborted();
      const journey = journeyOf(journeyId);
      const over = new AbortController();
      const end = (): void => over.abort();
      signal.addEventListener('abort', end, { once: true });
      closing?.addEventListener('abort', end, { once: true });
      let waiter: Waiter | undefined;
      try {
        return await new Promise<LoadedSummary | null>((settle, fail) => {
          waiter = { known, settle, fail };
          journey.waiters.add(waiter);
          sleep(waitMs, over.signal).then(
            () => settle(null),
            () => (signal.aborted ? fail(signal.reason) : settle(null)),
          );
          if (journey.stop) journey.wake();
          else {
            journey.stop = new AbortController();
            void lookOut(journeyId, journey, journey.stop.signal);
          }
        });
      } finally {
        signal.removeEventListener('abort', end);
        closing?.removeEventListener('abort', end);
        over.abort();
        if (waiter) journey.waiters.delete(waiter);
        journey.usedAt = now();
        if (journey.waiters.size === 0) {
          journey.stop?.abort();
          journey.stop = null;
        }
      }
    },

    note(journeyId, reading) {
      const journey = journeys.get(journeyId);
      if (!journey) return;
      take(journey, reading);
      tell(journey, reading);
    },

    touch(journeyId) {
      const journey = journeys.get(journeyId);
      if (!journey) return;
      journey.changedAt = now();
      journey.wake();
    },
  };
}
