// Builds every package into its `dist`.
import { createSteps } from './createSteps.ts';
import { listWorkspace } from './listWorkspace.ts';
import { runQuietly } from './runQuietly.ts';

const steps = createSteps();
const members = listWorkspace('packages');
// No package reads another's build, so any order does; two at a time keep two cores busy.
const queue = members.values();
const worker = async (): Promise<void> => {
  for (const { folder, manifest } of queue) await steps.run(`${manifest.name} builds`, () => build(folder));
};
await Promise.all([worker(), worker()]);
steps.finish();

async function build(folder: string): Promise<void> {
  try {
    await runQuietly(['pnpm', 'run', 'build'], folder);
  } catch (error) {
    // Without rolldown's table of every file it wrote.
    throw new Error(error instanceof Error ? error.message.replaceAll(/^.*│ size:.*\n/gm, '') : String(error), { cause: error });
  }
}
