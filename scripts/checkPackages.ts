// The packages as a customer gets them: packed, checked, installed outside of the workspace, imported and used.
// Needs `npm run build` to have run; `npm run package-check` does both.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSteps } from './createSteps.ts';
import { listEntries, listWorkspace } from './listWorkspace.ts';
import { checkContents } from './packages/checkContents.ts';
import { createConsumer } from './packages/createConsumer.ts';
import { lintPackage } from './packages/lintPackage.ts';
import { openConsumer } from './packages/openConsumer.ts';
import { packPackage } from './packages/packPackage.ts';
import { runQuietly } from './runQuietly.ts';

const steps = createSteps();
const packages = listWorkspace('packages').filter(({ manifest }) => !manifest.private);
const work = realpathSync(mkdtempSync(join(tmpdir(), 'stepframe-packages-')));
try {
  await check();
} finally {
  rmSync(work, { recursive: true, force: true });
}
steps.finish();

async function check(): Promise<void> {
  const tarballs = new Map<string, string>();
  for (const member of packages) {
    const { name } = member.manifest;
    const tarball = await steps.run(`${name}: packs`, () => packPackage(member, work));
    if (tarball === undefined) continue;
    tarballs.set(name, tarball);
    await steps.run(`${name}: publint`, () => lintPackage(tarball));
    const styles = listEntries(member).flatMap(({ specifier }) => (specifier.endsWith('.css') ? [specifier.slice(name.length + 1)] : []));
    const excluded = styles.length > 0 ? ['--exclude-entrypoints', ...styles] : [];
    await steps.run(`${name}: attw`, () => runQuietly(['attw', tarball, '--profile', 'esm-only', '--no-color', '--no-emoji', ...excluded]));
  }
  if (tarballs.size < packages.length) return;

  const folder = join(work, 'consumer');
  mkdirSync(folder);
  const consumer = await steps.run('the tarballs install with npm', () => createConsumer(folder, tarballs));
  if (!consumer) return;
  for (const { manifest } of packages) {
    await steps.run(`${manifest.name}: holds only what is to be published`, () =>
      checkContents(join(folder, 'node_modules', manifest.name), process.cwd()),
    );
  }
  for (const { specifier } of packages.flatMap(listEntries)) {
    await steps.run(`${specifier}: ${specifier.endsWith('.css') ? 'is there' : 'imports under plain Node, with no DOM'}`, () =>
      importEntry(specifier, folder),
    );
  }
  await steps.run('a customer’s app type-checks', () => runQuietly(['tsc', '-p', folder]));
  await steps.run('a customer’s app builds and shows its first screen', () => openConsumer(folder));
  await steps.run('React 18.2 installs', () =>
    consumer.install('react@18.2.0', 'react-dom@18.2.0', '@types/react@18', '@types/react-dom@18'),
  );
  await steps.run('a customer’s app type-checks with React 18.2', () => runQuietly(['tsc', '-p', folder]));
  await steps.run('a customer’s app builds and shows its first screen with React 18.2', () => openConsumer(folder));
}

/** Imports an entry in a Node of its own, which must also end by itself: an import starts nothing. */
async function importEntry(specifier: string, folder: string): Promise<void> {
  const code = specifier.endsWith('.css')
    ? `import { statSync } from 'node:fs'; if (statSync(new URL(import.meta.resolve('${specifier}'))).size === 0) throw new Error('It is empty.');`
    : `const entry = await import('${specifier}'); if (Object.keys(entry).length === 0) throw new Error('It exports nothing.');`;
  await runQuietly([process.execPath, '--input-type=module', '--eval', code], folder);
}
