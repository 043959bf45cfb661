import type { MainThreadGaps } from '../harness/watchMainThread.ts';

/** What one run of one contestant took; outside of a browser there is no main thread to watch. */
export interface PrepareRun extends Partial<MainThreadGaps> {
  readonly ms: number;
  /** Processor time of all processes; not known on every system. */
  readonly cpuMs?: number | undefined;
  /** Of the result. */
  readonly bytes: number;
}
