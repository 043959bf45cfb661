// Builds and packs every package into `packs/`, as it would be published: tarballs to install in an app of your own.
import { mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { listWorkspace } from './listWorkspace.ts';
import { packPackage } from './packages/packPackage.ts';
import { runQuietly } from './runQuietly.ts';

const destination = resolve('packs');
mkdirSync(destination, { recursive: true });
for (const member of listWorkspace('packages')) {
  await runQuietly(['pnpm', 'run', 'build'], member.folder);
  console.log(relative('.', await packPackage(member, destination)));
}
