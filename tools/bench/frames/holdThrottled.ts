import type { Page } from 'playwright';
import { type Summary, summarize } from '../harness/summarize.ts';
import type { FrameRun } from './page.ts';
import { runWatcher } from './runWatcher.ts';

export interface HeldFrames {
  readonly fps: Summary;
  /** For each frame, all repeats together. */
  readonly workMs: Summary;
}

/**
 * What ours holds on a slow device, asked for 30 frames a second.
 *
 * DevTools slows the main thread only: in `page` the worker runs at full speed. In `both` it does all of its work five times
 * for each frame instead.
 */
export interface Throttled {
  readonly page: HeldFrames;
  readonly both: HeldFrames;
}

const rate = 5;
const turn = { name: 'ours', maxFps: 30, durationMs: 3_000, measure: (run: () => Promise<FrameRun>) => run() } as const;

/** Measures both, one after the other in each round. */
export async function holdThrottled(page: Page, rounds: number): Promise<Throttled> {
  const session = await page.context().newCDPSession(page);
  const runs = { page: [], both: [] } as Record<keyof Throttled, { fps: number; workMs: readonly number[] }[]>;
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  try {
    for (let round = 0; round < rounds; round += 1) {
      runs.page.push(await runWatcher(page, { ...turn, repeats: 1 }));
      runs.both.push(await runWatcher(page, { ...turn, repeats: rate }));
    }
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  const sum = (of: keyof Throttled): HeldFrames => ({
    fps: summarize(runs[of].map(({ fps }) => fps)),
    workMs: summarize(runs[of].flatMap(({ workMs }) => workMs)),
  });
  return { page: sum('page'), both: sum('both') };
}
