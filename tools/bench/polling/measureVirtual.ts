import { spawnSync } from 'node:child_process';
import { rolldown } from 'rolldown';
import type { PollingRun } from './PollingRun.ts';

const file = '.cache/bench/polling.mjs';

/**
 * Measures on a clock that is moved by hand: as exact as it gets, and the same each time. In a bundle, because a clock that stands still
 * knows nothing of files that are being fetched.
 */
export async function measureVirtual(rounds: number): Promise<readonly PollingRun[]> {
  const bundle = await rolldown({ input: 'tools/bench/polling/virtual.process.ts', platform: 'node', logLevel: 'silent' });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, String(rounds)], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`The run on a virtual clock ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout) as readonly PollingRun[];
}
