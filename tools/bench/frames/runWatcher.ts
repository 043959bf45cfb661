import type { Page } from 'playwright';
import type { FrameRun, FrameRunOptions } from './page.ts';

export interface WatcherTurn<Result> extends FrameRunOptions {
  readonly durationMs: number;
  /** Measures what else there is to measure meanwhile. */
  readonly measure: (run: () => Promise<FrameRun>) => Promise<Result>;
}

/** Lets one watcher look at frames, and measures it from when it is warm until before it is stopped. */
export async function runWatcher<Result>(page: Page, { durationMs, measure, ...options }: WatcherTurn<Result>): Promise<Result> {
  await page.evaluate((run) => window.startWatcher(run), options);
  try {
    return await measure(() => page.evaluate((forMs) => window.measureWatcher(forMs), durationMs));
  } finally {
    await page.evaluate(() => window.stopWatcher());
  }
}
