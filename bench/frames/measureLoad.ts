import type { Page } from 'playwright';

/** How long a page's main thread worked, for whatever reason, and what share of the time that was. */
export interface MainThreadLoad {
  readonly cpuMs: number;
  readonly load: number;
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
    const [busy, begin] = [await read(), performance.now()];
    const result = await run();
    const cpuMs = ((await read()) - busy) * 1000;
    return { ...result, cpuMs, load: cpuMs / (performance.now() - begin) };
  };
}
