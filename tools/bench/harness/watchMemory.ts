import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Watches how far the resident memory of a browser grows. */
export interface MemoryWatch {
  /** The growth from the start to the highest point, in MB (1 000 000 bytes). */
  readonly end: () => number;
}

/**
 * Adds up how far the browser's main process and its renderers grow, each to its own highest point, as Linux's kernel keeps it: no
 * moment is missed, and what is said is never too little.
 *
 * @throws Error on any other system
 */
export async function watchMemory(browser: Browser): Promise<MemoryWatch> {
  if (process.platform !== 'linux') throw new Error('Memory is measured on Linux only.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ids = processInfo.filter(({ type }) => type === 'browser' || type === 'renderer').map(({ id }) => id);
  // Sets the highest point back to what there is now; see proc_pid_clear_refs(5).
  for (const id of ids) writeFileSync(`/proc/${id}/clear_refs`, '5');
  const begin = ids.map((id) => readMb(id, 'VmRSS'));
  return { end: () => ids.reduce((sum, id, index) => sum + Math.max(0, readMb(id, 'VmHWM') - (begin[index] ?? 0)), 0) };
}

function readMb(processId: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${processId}/status`, 'latin1');
  return (Number(new RegExp(`${field}:\\s*(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
}
