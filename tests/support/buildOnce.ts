import { type Command, runCommand } from './runCommand.ts';

const builds = {
  packages: ['pnpm', '--filter', './packages/*', 'run', 'build'],
  demo: ['pnpm', '--filter', './apps/demo', 'run', 'build'],
  storybook: ['storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', 'storybook-static'],
} as const satisfies Readonly<Record<string, Command>>;

/** Kept on the global object: each project of a run loads this module anew. */
const store = globalThis as { stepframeBuilds?: Map<string, Promise<string>> };
const started = (store.stepframeBuilds ??= new Map());

/**
 * Builds what tests are about to look at, once in a run, so that they never meet an older build.
 *
 * @throws Error holding what the build printed.
 */
export async function buildOnce(name: keyof typeof builds): Promise<void> {
  const build = started.get(name) ?? runCommand(builds[name]);
  started.set(name, build);
  await build;
}
