// Types of every package and app, and of the root's own scripts, tests and configuration.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './runQuietly.ts';
import { createSteps } from './createSteps.ts';
import { listWorkspace } from './listWorkspace.ts';

const steps = createSteps();
const folders = ['.', ...listWorkspace('packages').map(({ folder }) => folder), ...listWorkspace('apps').map(({ folder }) => folder)];
for (const folder of folders.filter((path) => existsSync(join(path, 'tsconfig.json')))) {
  await steps.run(`types of ${folder === '.' ? 'the root' : folder}`, () => runQuietly(['tsc', '--noEmit', '-p', folder]));
}
steps.finish();
