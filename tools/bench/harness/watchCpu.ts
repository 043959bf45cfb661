import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Tells how much processor time a browser has used since it was last asked, in ms; steps of 10. */
export type CpuWatch = () => number;

/** Linux tells processor time in hundredths of a second. */
const tickMs = 10;

/**
 * Adds up the processor time of a browser's own processes and its pages', ended threads included. Other than time by the clock, it hardly
 * depends on what else the machine does.
 *
 * @returns `undefined` on systems without Linux's /proc.
 */
export async function watchCpu(browser: Browser): Promise<CpuWatch | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  // Its other processes come and go, and have no part in pictures.
  const lasting = processInfo.filter(({ type }) => /^(browser|renderer|GPU)$/i.test(type));
  let last = 0;
  return () => {
    const used = lasting.reduce((sum, { id }) => sum + readTicks(id) * tickMs, 0);
    const since = used - last;
    last = used;
    return since;
  };
}

/** `utime` and `stime`, fields 14 and 15 of proc_pid_stat(5); the name before them may hold blanks. */
function readTicks(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
