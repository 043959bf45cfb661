import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildOnce } from '../support/buildOnce.ts';
import { listWorkspace } from '../support/listWorkspace.ts';
import { runCommand } from '../support/runCommand.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed packages: path of the tarball by name of the package. */
    tarballs: Readonly<Record<string, string>>;
  }
}

const folder = resolve('.cache/packs');
/** Kept on the global object: each project of a run loads this module anew. */
const store = globalThis as { stepframePacks?: Promise<Readonly<Record<string, string>>> };

/** Builds everything that is published or served, and packs the packages once for all tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  await Promise.all([buildOnce('packages'), buildOnce('demo'), buildOnce('storybook')]);
  provide('tarballs', await (store.stepframePacks ??= packAll()));
}

async function packAll(): Promise<Readonly<Record<string, string>>> {
  rmSync(folder, { recursive: true, force: true });
  // Not npm: only pnpm writes real versions in place of `catalog:` and `workspace:`, and applies `publishConfig`.
  await runCommand(['pnpm', '-r', '--filter', './packages/*', 'pack', '--pack-destination', folder]);
  return Object.fromEntries(listWorkspace('packages').map(({ manifest: { name, version } }) => [name, toTarball(name, version)]));
}

function toTarball(name: string, version: string): string {
  return join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}
