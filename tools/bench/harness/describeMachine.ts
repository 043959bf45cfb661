import { cpus, totalmem, type as systemName } from 'node:os';
import type { Browser } from 'playwright';

/** What a run ran on, in words: no names, no paths. */
export interface Machine {
  readonly processor: string;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
}

/** Describes this machine and the browser of the run. */
export function describeMachine(browser: Browser): Machine {
  const processors = cpus();
  return {
    processor: `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: systemName(),
    node: process.version,
    browser: `Chromium ${browser.version()}, headless, canvas in software`,
  };
}
