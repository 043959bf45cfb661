import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// Taken before any test replaces the timers.
const realSetTimeout = globalThis.setTimeout;

/**
 * Gives each test of a file a clock that stands still, and takes down after it what it rendered and replaced.
 *
 * @param mostSteps a move of the clock is split into so many at the most.
 * @returns moves the clock in steps of at least 100 ms, and lets the browser's own work (reading a body) happen in between.
 */
export function holdClock(mostSteps = 20): (ms: number) => Promise<void> {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  return (ms) =>
    act(async () => {
      const stepMs = Math.max(100, ms / mostSteps);
      for (let left = ms; left > 0; left -= stepMs) {
        await vi.advanceTimersByTimeAsync(Math.min(left, stepMs));
        // A submission takes several turns of the browser: its lock, its digest, the parts that send it, the body.
        for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => realSetTimeout(resolve, 0));
      }
    });
}
