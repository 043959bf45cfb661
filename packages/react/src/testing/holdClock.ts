import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { countBrowserWork } from './countBrowserWork.ts';

// Taken before any test replaces the timers.
const realSetTimeout = globalThis.setTimeout;

/** Turns of the event loop in which nothing was at work, after which nothing more is thought to come. */
const quietTurns = 4;
const mostTurnsForBodies = 100;

/** Lets the browser's own work happen: a submission takes its lock, a digest, the parts that send it, and bodies to be read. */
async function settle(): Promise<void> {
  const work = countBrowserWork();
  for (let quiet = 0, turns = 0; quiet < quietTurns; quiet += 1, turns += 1) {
    await new Promise((resolve) => realSetTimeout(resolve, 0));
    if (work.countCalls() > 0 || (work.countBodies() > 0 && turns < mostTurnsForBodies)) quiet = -1;
  }
}

/**
 * Gives each test of a file a clock that stands still, and takes down after it what it rendered and replaced.
 *
 * @param mostSteps a move of the clock is split into so many at the most.
 * @returns moves the clock in steps of at least 100 ms, and lets the browser's own work happen in between.
 */
export function holdClock(mostSteps = 20): (ms: number) => Promise<void> {
  beforeEach(() => {
    countBrowserWork();
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  return (ms) =>
    act(async () => {
      await settle();
      const stepMs = Math.max(100, ms / mostSteps);
      for (let left = ms; left > 0; left -= stepMs) {
        await vi.advanceTimersByTimeAsync(Math.min(left, stepMs));
        await settle();
      }
    });
}
