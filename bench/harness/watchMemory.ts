import { closeSync, openSync, readSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Watches how far the resident memory of a browser grows. */
export interface MemoryWatch {
  /** Ends the watch and gives the growth from its start to its highest point, in MB (1 000 000 bytes). */
  readonly end: () => number;
}

const pageBytes = 4_096;
const everyMs = 2;

/**
 * Adds up the resident memory of the browser's main process and its renderers, every 2 ms, from Linux's /proc.
 *
 * @throws Error on any other system
 */
export async function watchMemory(browser: Browser): Promise<MemoryWatch> {
  if (process.platform !== 'linux') throw new Error('Memory is measured on Linux only.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const files = processInfo
    .filter(({ type }) => type === 'browser' || type === 'renderer')
    .map(({ id }) => openSync(`/proc/${id}/statm`, 'r'));
  const buffer = Buffer.alloc(128);
  const readMb = () =>
    files.reduce((sum, file) => {
      const length = readSync(file, buffer, 0, buffer.length, 0);
      const residentPages = Number(buffer.toString('latin1', 0, length).split(' ')[1]);
      return sum + (residentPages * pageBytes) / 1e6;
    }, 0);
  const begin = readMb();
  let peak = begin;
  const timer = setInterval(() => {
    peak = Math.max(peak, readMb());
  }, everyMs);
  return {
    end: () => {
      clearInterval(timer);
      peak = Math.max(peak, readMb());
      files.forEach(closeSync);
      return peak - begin;
    },
  };
}
