import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Tells how much processor time the threads of one name have used since they began, in ms. */
export type ThreadWatch = () => number;

/**
 * Adds up the processor time of the pages' threads of one name, such as `DedicatedWorker`. Other than time by the clock, it hardly depends
 * on what else the machine does.
 *
 * @returns `undefined` on systems without Linux's /proc.
 */
export async function watchThread(browser: Browser, name: string): Promise<ThreadWatch | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => `/proc/${id}/task`);
  return () => pages.flatMap((tasks) => readdirSync(tasks).map((id) => readMs(`${tasks}/${id}`, name))).reduce((sum, ms) => sum + ms, 0);
}

/** The first number of proc/sched-stats is time on the processor, in ns. */
function readMs(task: string, name: string): number {
  try {
    if (!readFileSync(`${task}/comm`, 'utf8').startsWith(name)) return 0;
    return Number(readFileSync(`${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
