import { compareTimes } from '../harness/compareTimes.ts';
import type { Bars } from '../harness/createBars.ts';
import type { MemoryResult } from './collectMemory.ts';
import type { PrepareResult } from './collectResults.ts';
import type { PrepareSize } from './measureSize.ts';
import { type ContestantId, tasks } from './tasks.ts';

/** At least how many times as fast as browser-image-compression, on the main thread and in its worker. */
const speed: Readonly<Record<string, readonly [bic: number, worker: number]>> = {
  '12mp-1920': [2.2, 2.5],
  '48mp-1920': [5, 5],
  '48mp-2048': [6.5, 6.5],
  '3mp-inside': [15, 15],
  '12mp-inside': [15, 15],
  '12mp-300kb': [2.5, 2.5],
};
const maxGapMs = 16;
const maxTimesSharp = 1.3;
const maxSizeBytes = 6_000;
const maxMemoryMb: Readonly<Record<string, number>> = { '12mp-1920': 60, '48mp-1920': 90 };

/** Sets the bars of everything but memory; tasks and rivals that did not run have none. */
export function setPrepareBars(bars: Bars, results: readonly PrepareResult[], size: PrepareSize): void {
  for (const { id, title, maxEdgePx, maxBytes } of tasks) {
    const find = (contestant: ContestantId) => results.find((result) => result.task === id && result.contestant === contestant);
    const ours = find('ours');
    if (!ours) continue;
    const rivals = [find('bic'), find('bic-worker')];
    for (const [index, rival] of rivals.entries()) {
      const bar = speed[id]?.[index];
      const name = index === 0 ? 'browser-image-compression' : 'its worker';
      if (rival && bar) {
        bars.atLeast(`${title}, speed against ${name}${noteCpu(ours, rival)}`, compareTimes(ours.rounds, rival.rounds).median, bar);
      }
    }
    const limit = find('sharp');
    if (limit && id === '12mp-1920')
      bars.atMost(`${title}, time against sharp${noteCpu(limit, ours)}`, compareTimes(limit.rounds, ours.rounds).median, maxTimesSharp);
    bars.atMost(`${title}, main-thread gap`, ours.longestGapMs?.median ?? Number.NaN, maxGapMs, ' ms');
    const best = Math.max(...rivals.flatMap((rival) => rival?.ssim ?? []));
    if (best > 0)
      bars.atLeast(`${title}, SSIM against browser-image-compression's`, Number(ours.ssim.toFixed(4)), Number(best.toFixed(4)), '');
    if (maxBytes < 1e7) {
      bars.atMost(`${title}, bytes`, ours.bytes, maxBytes, '');
      bars.atLeast(`${title}, longest side kept`, Math.max(ours.widthPx, ours.heightPx), maxEdgePx, ' px');
    }
    bars.holds(`${title}, upright and without EXIF`, ours.isUpright && ours.isClean);
  }
  bars.atMost('prepareImage, page and worker, after gzip', size.page + size.worker, maxSizeBytes, ' bytes');
}

/** The same by processor time: where the two differ much, the machine was too busy for the first. */
function noteCpu({ cpuMs: one }: PrepareResult, { cpuMs: other }: PrepareResult): string {
  return one && other ? ` (by processor time ${(other / one).toFixed(1)}x)` : '';
}

/** Sets the bars of memory. */
export function setMemoryBars(bars: Bars, results: readonly MemoryResult[]): void {
  for (const { task, contestant, median } of results) {
    const bar = maxMemoryMb[task];
    const title = tasks.find(({ id }) => id === task)?.title;
    if (contestant === 'ours' && bar) bars.atMost(`${title}, peak memory`, median, bar, ' MB');
  }
}
