import { RequestError } from '../errors/RequestError.ts';
import { untilAborted } from './untilAborted.ts';
import { sleepFor } from '../environment/sleepFor.ts';

/** What a gate needs; everything but `load` has a default. */
export interface SummaryGateOptions<Summary> {
  /**
   * Makes the call. Its signal fires when every caller that waits for it has gone, or when it is held and somebody cannot
   * wait for that. `after` is what a held call is to differ from; it is left out of every other call.
   */
  readonly load: (journeyId: string, signal: AbortSignal, after?: Summary) => Promise<Summary>;
  /**
   * Whether a call for a reading later than `after` is held by the receiver until there is news. Then the receiver keeps
   * the interval, and such a call need not wait for it. Default: never.
   */
  readonly holds?: (after: Summary) => boolean;
  /** Shortest time between an answer and the next call for the same journey. Default 2000, the API's own rule. */
  readonly minIntervalMs?: number;
  /**
   * How long to leave the journey alone after a failure. Default: the `retryAfterMs` of a `RequestError`. Never less
   * than `minIntervalMs`.
   */
  readonly holdMs?: (error: unknown) => number;
  /** A clock in milliseconds that never goes back. Default `performance.now`. */
  readonly now?: () => number;
  /** Waits, and rejects with the signal's reason when it fires. It must move `now` on. Default `setTimeout`. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface SummaryGetOptions<Summary> {
  readonly signal?: AbortSignal | undefined;
  /** A reading that is known already: only one made after it is given, and none from before an `invalidate` meanwhile. */
  readonly after?: Summary | undefined;
}

/** The one door through which a program asks for Journey Summaries. */
export interface SummaryGate<Summary> {
  /**
   * The summary of a journey: from memory while it is fresh, shared with whoever is asking already, else loaded as
   * soon as the interval allows.
   *
   * @throws whatever `load` throws, to all who waited for that call; while the journey is left alone, the failure that began it.
   * @throws the reason of `signal`, to this caller alone.
   */
  get(journeyId: string, options?: SummaryGetOptions<Summary>): Promise<Summary>;
  /** Call it when the journey changed (a step was submitted): no answer asked for before now is given out after. */
  invalidate(journeyId: string): void;
}

interface Run<Summary> {
  readonly answer: Promise<Summary>;
  readonly abort: AbortController;
  /** What a held call is to differ from. */
  readonly after: Summary | undefined;
  callers: number;
  /** Version of the journey when the call went out; `null` while it waits for its turn. */
  version: number | null;
}

interface Entry<Summary> {
  version: number;
  nextCallAt: number;
  run: Run<Summary> | null;
  last: { readonly summary: Summary; readonly version: number } | null;
  /** Whether the last call failed: then even a held call waits for its turn. */
  hasFailed: boolean;
  /** A failure that asked for more time than the interval. */
  hold: { readonly error: unknown } | null;
}

/**
 * A gate in front of Get Journey Summary: one call at a time per journey, and at least `minIntervalMs` apart.
 *
 * The interval is counted from when the previous call was answered, so that network jitter cannot bring two arrivals
 * closer together. The API may block callers that poll faster than every 2 seconds. Source: reference/get-journey-summary.
 *
 * A journey is forgotten once its interval has passed, so memory is bounded by the journeys that are being asked about.
 */
export function createSummaryGate<Summary extends object>(options: SummaryGateOptions<Summary>): SummaryGate<Summary> {
  const { load, holds, minIntervalMs = 2000, holdMs = retryAfterOf, now = () => performance.now(), sleep = sleepFor } = options;
  /** Readings of this gate: for one of them, what is loaded later is known to be later. */
  const readings = new WeakSet<Summary>();
  const entries = new Map<string, Entry<Summary>>();
  let nextSweepAt = -Infinity;

  function sweep(): void {
    if (now() < nextSweepAt) return;
    nextSweepAt = now() + minIntervalMs;
    for (const [journeyId, entry] of entries) {
      if (entry.run === null && now() >= entry.nextCallAt) entries.delete(journeyId);
    }
  }

  function entryOf(journeyId: string): Entry<Summary> {
    const entry = entries.get(journeyId) ?? { version: 0, nextCallAt: -Infinity, run: null, last: null, hasFailed: false, hold: null };
    entries.set(journeyId, entry);
    return entry;
  }

  function start(journeyId: string, entry: Entry<Summary>, after: Summary | undefined): Run<Summary> {
    const abort = new AbortController();
    const isEarly = (): boolean => (after === undefined || entry.hasFailed) && now() < entry.nextCallAt;
    const ask = async (): Promise<Summary> => {
      // A timer may fire a little early, and then the call would be early too.
      while (isEarly()) await sleep(entry.nextCallAt - now(), abort.signal);
      abort.signal.throwIfAborted();
      run.version = entry.version;
      entry.hold = null;
      try {
        const summary = await load(journeyId, abort.signal, after);
        readings.add(summary);
        entry.last = { summary, version: run.version };
        entry.nextCallAt = now() + minIntervalMs;
        entry.hasFailed = false;
        return summary;
      } catch (error) {
        // A held call that was cut short says nothing about the receiver.
        if (after === undefined || !abort.signal.aborted) {
          const pauseMs = Math.max(minIntervalMs, holdMs(error));
          entry.nextCallAt = now() + pauseMs;
          entry.hasFailed = true;
          entry.last = null;
          if (pauseMs > minIntervalMs) entry.hold = { error };
        }
        throw error;
      }
    };
    const leave = (): void => {
      if (entry.run === run) entry.run = null;
    };
    const answer = Promise.resolve().then(ask);
    const run: Run<Summary> = { answer, abort, after, callers: 0, version: null };
    entry.run = run;
    // Registered before any caller's own handler, so a caller that looks again finds the run gone.
    answer.then(leave, leave);
    return run;
  }

  async function join(entry: Entry<Summary>, run: Run<Summary>, signal: AbortSignal | undefined): Promise<Summary> {
    run.callers += 1;
    try {
      return await untilAborted(run.answer, signal);
    } finally {
      run.callers -= 1;
      if (run.callers === 0 && entry.run === run) run.abort.abort();
    }
  }

  async function get(journeyId: string, { signal, after }: SummaryGetOptions<Summary> = {}): Promise<Summary> {
    for (;;) {
      signal?.throwIfAborted();
      sweep();
      const entry = entryOf(journeyId);
      const { run, last } = entry;
      const isWaiting = now() < entry.nextCallAt;
      // What this gate gave out is older than whatever it loads from then on; of any other reading nobody knows.
      const isOlder = after === undefined || readings.has(after);
      if (isWaiting && last && last.version === entry.version && last.summary !== after && isOlder) return last.summary;
      if (!run && isWaiting && entry.hold) throw entry.hold.error;

      const isHeld = after !== undefined && (holds?.(after) ?? false);
      const isCurrent = run?.version === null || (run?.version === entry.version && isOlder);
      const canJoin = isCurrent && !run?.abort.signal.aborted && (isHeld || run?.after === undefined);
      if (run && !canJoin && run.after === undefined) {
        await untilAborted(run.answer, signal).catch(() => undefined);
        continue;
      }
      if (!canJoin) run?.abort.abort();
      const joined = run && canJoin ? run : start(journeyId, entry, isHeld ? after : undefined);
      try {
        const summary = await join(entry, joined, signal);
        if (after === undefined || joined.version === entry.version) return summary;
      } catch (error) {
        // Cut short because somebody could not wait so long: their call, or the next one, will do here too.
        if (joined.after === undefined || !joined.abort.signal.aborted) throw error;
      }
    }
  }

  return {
    get,
    invalidate(journeyId) {
      const entry = entries.get(journeyId);
      if (!entry) return;
      entry.version += 1;
      if (entry.run?.after !== undefined) entry.run.abort.abort();
    },
  };
}

function retryAfterOf(error: unknown): number {
  return error instanceof RequestError ? (error.retryAfterMs ?? 0) : 0;
}
