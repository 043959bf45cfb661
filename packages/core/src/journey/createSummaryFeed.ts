import type { JourneyClient } from '../client/createJourneyClient.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { minPollIntervalMs } from '../verdict/pollDelay.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import { keepUnchanged } from './keepUnchanged.ts';
import type { SummaryReading, SummaryState } from './SummaryState.ts';
import { toBackOffMs } from './toBackOffMs.ts';
import { toStepframeError } from './toStepframeError.ts';

export interface SummaryFeedOptions {
  readonly client: Pick<JourneyClient, 'getSummary'>;
  readonly journeyId: string;
  readonly environment: JourneyEnvironment;
  /** Whether it is to be asked for in a hidden page as well. */
  readonly isUrgent: () => boolean;
  /** When to read it again. */
  readonly toPause: (reading: SummaryReading) => SummaryPause;
  /** Told of every change, with the reading when there is a new one. */
  readonly onChange: (reading: SummaryReading | null) => void;
}

/** The time from one reading to the next. */
export interface SummaryPause {
  /** In milliseconds; `Infinity` for no other reading. Of a pause for news the client keeps the first two seconds by itself. */
  readonly ms: number;
  /** Something is awaited, so the next reading may wait for it where the summary is held until there is news. */
  readonly isForNews: boolean;
}

/** The one poller of a journey. */
export interface SummaryFeed {
  readonly getState: () => SummaryState;
  /** How often it was asked for so far. */
  readonly countAsks: () => number;
  /** Reads the summary as of now, visible or not, and rejects with what that failed with. */
  readonly refresh: (signal: AbortSignal) => Promise<SummaryReading>;
  /** Something happened: the next reading is made at once, if the page is visible. */
  readonly nudge: () => void;
  /** Polls until every holder has let go. @returns lets go */
  readonly hold: () => () => void;
}

interface Waiter {
  /** Asks begun before it came; their readings are not what it waits for. */
  readonly asks: number;
  readonly resolve: (reading: SummaryReading) => void;
  readonly reject: (error: StepframeError) => void;
}

/** Failures before a summary that was never read is given up for now. */
const patience = 3;

/**
 * Follows a journey's summary: asks, waits, and asks again while there is something to wait for. It rests while the page is hidden, asks at
 * once when it comes back, and goes on after failures that may pass. How soon the API may be asked is the client's care.
 */
export function createSummaryFeed(options: SummaryFeedOptions): SummaryFeed {
  const { client, journeyId, environment, isUrgent, toPause, onChange } = options;
  let state: SummaryState = { status: 'loading' };
  let isWanted = true;
  let isForNews = false;
  let asks = 0;
  let failures = 0;
  let nextAtMs = 0;
  let waiters: readonly Waiter[] = [];
  let holders = 0;
  let ending: AbortController | null = null;
  /** Ends an ask that waits for a change. */
  let waiting: AbortController | null = null;
  let wake = (): void => {};

  function nudge(): void {
    isWanted = true;
    waiting?.abort();
    wake();
  }

  /** The waiters that an ask made then can answer; the others go on waiting. */
  function takeWaiters(answered: number): readonly Waiter[] {
    const all = waiters;
    waiters = all.filter((waiter) => waiter.asks >= answered);
    return all.filter((waiter) => waiter.asks < answered);
  }

  function settle(summary: SummaryReading['summary'], answered: number): void {
    const before = state.status === 'ready' ? state : null;
    const kept = keepUnchanged(before && before.summary, summary);
    const changedAtMs = before?.summary === kept ? before.changedAtMs : environment.now();
    const reading: SummaryReading = { summary: kept, ask: answered, changedAtMs };
    state = { status: 'ready', error: null, ...reading };
    failures = 0;
    onChange(reading);
    for (const { resolve } of takeWaiters(answered)) resolve(reading);
    const pause = toPause(reading);
    ({ isForNews } = pause);
    nextAtMs = environment.now() + pause.ms - (isForNews ? minPollIntervalMs : 0);
  }

  function fail(error: StepframeError, answered: number): void {
    failures += 1;
    const mayPass = error.retryable;
    if (state.status === 'ready') state = { ...state, error };
    else if (!mayPass || failures >= patience) state = { status: 'failed', error };
    nextAtMs = mayPass ? environment.now() + toBackOffMs(failures, error, environment.random()) : Infinity;
    for (const { reject } of takeWaiters(answered)) reject(error);
    onChange(null);
  }

  async function ask(end: AbortSignal): Promise<void> {
    const askedAtMs = environment.now();
    const number = (asks += 1);
    const unlike = !isWanted && isForNews && state.status === 'ready' ? state.summary : undefined;
    isWanted = false;
    const stop = new AbortController();
    const follow = (): void => stop.abort();
    end.addEventListener('abort', follow);
    if (unlike) waiting = stop;
    try {
      const summary = await client.getSummary(journeyId, { signal: stop.signal, unlike });
      if (stop.signal.aborted) return;
      settle(summary, number);
      // A client of the host's own may answer at once however often it is asked.
      if (unlike && isReady(unlike)) nextAtMs = Math.max(nextAtMs, askedAtMs + minPollIntervalMs);
    } catch (error) {
      if (!stop.signal.aborted) fail(toStepframeError(error), number);
    } finally {
      end.removeEventListener('abort', follow);
      if (waiting === stop) waiting = null;
    }
  }

  const isReady = (summary: SummaryReading['summary']): boolean => state.status === 'ready' && state.summary === summary;

  async function rest(ms: number, signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const end = (): void => stop.abort();
    signal.addEventListener('abort', end);
    wake = end;
    if (ms === Infinity) await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    else await environment.sleep(ms, stop.signal).catch(() => undefined);
    signal.removeEventListener('abort', end);
  }

  async function run(signal: AbortSignal): Promise<void> {
    const unwatch = environment.watch(() => {
      if (environment.isVisible() && environment.isOnline()) nudge();
    });
    while (!signal.aborted) {
      const mayAsk = environment.isVisible() || waiters.length > 0 || isUrgent();
      const leftMs = isWanted ? 0 : nextAtMs - environment.now();
      if (mayAsk && leftMs <= 0) await ask(signal);
      else await rest(mayAsk ? leftMs : Infinity, signal);
    }
    unwatch();
  }

  function hold(): () => void {
    holders += 1;
    if (!ending) {
      ending = new AbortController();
      // What happened while nobody looked is not known.
      isWanted = true;
      void run(ending.signal);
    }
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      holders -= 1;
      // Not at once: what React's StrictMode takes away on trial comes back in the same breath.
      void Promise.resolve().then(() => {
        if (holders > 0) return;
        ending?.abort();
        ending = null;
      });
    };
  }

  return {
    getState: () => state,
    countAsks: () => asks,
    nudge,
    hold,
    async refresh(signal) {
      const letGo = hold();
      let leave = (): void => {};
      try {
        return await new Promise<SummaryReading>((resolve, reject) => {
          signal.throwIfAborted();
          leave = () => reject(toStepframeError(signal.reason));
          signal.addEventListener('abort', leave);
          waiters = [...waiters, { asks, resolve, reject }];
          nudge();
        });
      } finally {
        signal.removeEventListener('abort', leave);
        letGo();
      }
    },
  };
}
