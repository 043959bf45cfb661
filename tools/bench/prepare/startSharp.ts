import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface SharpJob {
  readonly jpeg: Uint8Array;
  readonly maxEdgePx: number;
  readonly quality: number;
}

export interface SharpResult {
  readonly ms: number;
  readonly cpuMs: number;
  readonly output: Uint8Array;
}

/** sharp on one thread, in a process of its own. */
export interface SharpRunner {
  readonly run: (job: SharpJob) => Promise<SharpResult>;
  readonly close: () => void;
}

/** Starts sharp. One job at a time; the way to the process and back is not timed. */
export function startSharp(): SharpRunner {
  const child = fork(fileURLToPath(new URL('sharp.process.ts', import.meta.url)), {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    serialization: 'advanced',
  });
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const end = () => reject(new Error('The process that runs sharp ended.'));
        child.once('exit', end);
        child.once('message', (result) => {
          child.off('exit', end);
          resolve(result as SharpResult);
        });
        child.send(job);
      }),
    close: () => child.kill(),
  };
}
