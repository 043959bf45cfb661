import { join } from 'node:path';
import type { Member } from '../listWorkspace.ts';
import { runQuietly } from '../runQuietly.ts';

/** Packs a built package into `folder` as it would be published, and gives the path of the tarball. */
export async function packPackage({ folder, manifest }: Member, destination: string): Promise<string> {
  // Not npm: only pnpm writes real versions in place of `catalog:` and `workspace:`, and applies `publishConfig`.
  await runQuietly(['pnpm', 'pack', '--pack-destination', destination], folder);
  return join(destination, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
}
