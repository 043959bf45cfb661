import { connectJourney, type Journey, type JourneyClient } from '@stepframe/core';
import { followJourney, subscribeToJourney, summaryQuery, viewCompletion, viewStep, viewSummary } from '@stepframe/react/query';
import type { VirtualClock, VirtualTab } from '@stepframe/sandbox/testing';
import type { QueryCore } from './loadQueryCore.ts';

export interface CachedJourneyOptions {
  readonly core: typeof QueryCore;
  readonly clock: VirtualClock;
  readonly tab: VirtualTab;
  /** Fires when the tab is gone. */
  readonly closing: AbortSignal;
  readonly client: JourneyClient;
  readonly journeyId: string;
}

/** A journey in a cache of its own tab, as the hooks read it. */
export function openCachedJourney({ core, clock, tab, closing, client, journeyId }: CachedJourneyOptions): Journey {
  const { environment } = tab;
  core.environmentManager.setIsServer(() => false);
  core.notifyManager.setScheduler(queueMicrotask);
  const setTimer = (fire: () => void, ms = 0): AbortController => {
    const stop = new AbortController();
    clock.sleep(ms, stop.signal).then(
      () => closing.aborted || fire(),
      () => undefined,
    );
    return stop;
  };
  const setRepeatedTimer = (fire: () => void, ms = 0): AbortController => {
    const stop = new AbortController();
    const wait = (): void =>
      void clock.sleep(ms, stop.signal).then(
        () => {
          if (closing.aborted || stop.signal.aborted) return;
          fire();
          if (!stop.signal.aborted) wait();
        },
        () => undefined,
      );
    wait();
    return stop;
  };
  const clear = (timer: unknown): void => (timer as AbortController | undefined)?.abort();
  core.timeoutManager.setTimeoutProvider({
    setTimeout: (fire, ms) => setTimer(fire, ms) as never,
    clearTimeout: clear,
    setInterval: (fire, ms) => setRepeatedTimer(fire, ms) as never,
    clearInterval: clear,
  });
  core.focusManager.setEventListener((setFocused) => environment.watch(() => setFocused(environment.isVisible())));
  core.onlineManager.setEventListener((setOnline) => environment.watch(() => setOnline(environment.isOnline())));
  const queryClient = new core.QueryClient();
  queryClient.mount();
  const journey = { client, journeyId };
  const connection = connectJourney(journey);
  followJourney(queryClient, journey);
  const observer = new core.QueryObserver(queryClient as never, summaryQuery(journey) as never);
  const summary = viewSummary(queryClient, journey);
  const completion = viewCompletion(queryClient, journey);
  let watchers = 0;
  let stopPolling = (): void => {};

  return {
    journeyId,
    vault: connection.vault,
    getSummary: summary.getState,
    getCompletion: completion.getState,
    step: (stepId, options) => ({ getState: viewStep(queryClient, journey, stepId, options).getState }),
    refresh: () => void queryClient.invalidateQueries({ queryKey: ['stepframe'] }),
    listen: connection.listen,
    subscribe(onChange) {
      const stop = subscribeToJourney(queryClient, journey, onChange);
      watchers += 1;
      if (watchers === 1) stopPolling = observer.subscribe(() => undefined);
      return () => {
        stop();
        watchers -= 1;
        if (watchers === 0) stopPolling();
      };
    },
  };
}
