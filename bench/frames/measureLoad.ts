import type { Page } from 'playwright';

/** Runs something in the page and tells what share of the time its main thread was busy, with all that the browser does in it. */
export type LoadMeter = <Result extends object>(run: () => Promise<Result>) => Promise<Result & { readonly load: number }>;

/** Starts to measure the load of a page's main thread, by the browser's own count of task time. */
export async function measureLoad(page: Page): Promise<LoadMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const find = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { busy: find('TaskDuration'), time: find('Timestamp') };
  };
  return async (run) => {
    const before = await read();
    const result = await run();
    const after = await read();
    return { ...result, load: (after.busy - before.busy) / (after.time - before.time) };
  };
}
