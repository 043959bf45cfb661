import type { Page } from 'playwright';

/** How long a page's main thread worked, for whatever reason. */
export interface MainThreadLoad {
  readonly cpuMs: number;
}

/** Runs something in the page and tells what it made its main thread work. */
export type LoadMeter = <Result extends object>(run: () => Promise<Result>) => Promise<Result & MainThreadLoad>;

/**
 * Starts to measure a page's main thread by the browser's own count of what its tasks took of the processor: garbage, messages and the
 * browser's work for the video are in it, other programs are not.
 */
export async function measureLoad(page: Page): Promise<LoadMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return async (run) => {
    const before = await read();
    const result = await run();
    return { ...result, cpuMs: ((await read()) - before) * 1000 };
  };
}
