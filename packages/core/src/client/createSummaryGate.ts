import { RequestError } from '../errors/RequestError.ts';

/** What a gate needs; everything but `load` has a default. */
export interface SummaryGateOptions<Summary> {
  /** Makes the call. Its signal fires only when every caller that waits for it has gone. */
  readonly load: (journeyId: string, signal: AbortSignal) => Promise<Summary>;
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

/** The one door through which a program asks for Journey Summaries. */
export interface SummaryGate<Summary> {
  /**
   * The summary of a journey: from memory while it is fresh, shared with whoever is asking already, else loaded as
   * soon as the interval allows.
   *
   * @throws whatever `load` throws, to all who waited for that call; during a hold, the failure that began it.
   * @throws the reason of `signal`, to this caller alone.
   */
  get(journeyId: string, signal?: AbortSignal): Promise<Summary>;
  /** Call it when the journey changed (a step was submitted): no answer asked for before now is given out after. */
  invalidate(journeyId: string): void;
}

interface Run<Summary> {
  readonly answer: Promise<Summary>;
  readonly abort: AbortController;
  callers: number;
  /** Version of the journey when the call went out; `null` while it waits for its turn. */
  version: number | null;
}

interface Entry<Summary> {
  version: number;
  nextCallAt: number;
  run: Run<Summary> | null;
  last: { readonly summary: Summary; readonly version: number } | null;
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
export function createSummaryGate<Summary>(options: SummaryGateOptions<Summary>): SummaryGate<Summary> {
  const { load, minIntervalMs = 2000, holdMs = retryAfterOf, now = () => performance.now(), sleep = sleepFor } = options;
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
    const entry = entries.get(journeyId) ?? { version: 0, nextCallAt: -Infinity, run: null, last: null, hold: null };
    entries.set(journeyId, entry);
    return entry;
  }

  function start(journeyId: string, entry: Entry<Summary>): Run<Summary> {
    const abort = new AbortController();
    const ask = async (): Promise<Summary> => {
      // A timer may fire a little early, and then the call would be early too.
      while (now() < entry.nextCallAt) await sleep(entry.nextCallAt - now(), abort.signal);
      abort.signal.throwIfAborted();
      run.version = entry.version;
      entry.last = null;
      entry.hold = null;
      try {
        const summary = await load(journeyId, abort.signal);
        entry.last = { summary, version: run.version };
        entry.nextCallAt = now() + minIntervalMs;
        return summary;
      } catch (error) {
        const pauseMs = Math.max(minIntervalMs, holdMs(error));
        entry.nextCallAt = now() + pauseMs;
        if (pauseMs > minIntervalMs) entry.hold = { error };
        throw error;
      }
    };
    const leave = (): void => {
      entry.run = null;
    };
    const answer = Promise.resolve().then(ask);
    const run: Run<Summary> = { answer, abort, callers: 0, version: null };
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

  async function get(journeyId: string, signal?: AbortSignal): Promise<Summary> {
    for (;;) {
      signal?.throwIfAborted();
      sweep();
      const entry = entryOf(journeyId);
      const { run, last, hold } = entry;
      if (run) {
        const joinable = !run.abort.signal.aborted && (run.version === null || run.version === entry.version);
        if (joinable) return await join(entry, run, signal);
        await untilAborted(run.answer, signal).catch(() => undefined);
      } else if (now() < entry.nextCallAt && hold) {
        throw hold.error;
      } else if (now() < entry.nextCallAt && last && last.version === entry.version) {
        return last.summary;
      } else {
        return await join(entry, start(journeyId, entry), signal);
      }
    }
  }

  return {
    get,
    invalidate(journeyId) {
      const entry = entries.get(journeyId);
      if (entry) entry.version += 1;
    },
  };
}

function retryAfterOf(error: unknown): number {
  return error instanceof RequestError ? (error.retryAfterMs ?? 0) : 0;
}

function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** The same outcome, unless the signal fires first. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
