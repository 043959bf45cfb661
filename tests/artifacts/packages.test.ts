// The packages as a customer gets them: packed, checked, installed outside of the workspace, imported and used.
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listEntries, listWorkspace } from '../support/listWorkspace.ts';
import { runCommand } from '../support/runCommand.ts';
import { checkContents } from './packed/checkContents.ts';
import { type Consumer, createConsumer } from './packed/createConsumer.ts';
import { lintPackage } from './packed/lintPackage.ts';
import { openConsumer } from './packed/openConsumer.ts';

const tarballs = inject('tarballs');
const packages = listWorkspace('packages').filter(({ manifest }) => !manifest.private);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stepframe-consumer-')));
let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer(folder, tarballs);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(packages.map((member) => ({ member, name: member.manifest.name, tarball: tarballs[member.manifest.name] ?? '' })))(
  '$name',
  ({ member, name, tarball }) => {
    it('packs', () => expect(existsSync(tarball)).toBe(true));

    it('passes publint', async () => expect(await lintPackage(tarball)).toEqual([]));

    it('passes attw', async () => {
      const styles = listEntries(member).flatMap(({ specifier }) => (specifier.endsWith('.css') ? [specifier.slice(name.length + 1)] : []));
      const excluded = styles.length > 0 ? ['--exclude-entrypoints', ...styles] : [];
      await expectSuccess('attw', tarball, '--profile', 'esm-only', '--no-color', '--no-emoji', ...excluded);
    });

    it('holds only what is to be published', () => {
      expect(checkContents(join(folder, 'node_modules', name), process.cwd())).toEqual([]);
    });

    it.each(listEntries(member).map(({ specifier }) => specifier))('brings %s, which loads under plain Node', (specifier) =>
      expectLoads(specifier),
    );
  },
);

describe('a customer’s app', () => {
  it('installs the tarballs with npm', () => expect(existsSync(join(folder, 'node_modules', '@stepframe', 'ui'))).toBe(true));
  it('type-checks', () => expectSuccess('tsc', '-p', folder));
  it('builds and shows its first screen', async () => expect(await openConsumer(folder)).toEqual([]));
});

describe('a customer’s app with React 18.2', () => {
  it('installs', async () => {
    await consumer.install('react@18.2.0', 'react-dom@18.2.0', '@types/react@18', '@types/react-dom@18');
    expect(readVersion('react')).toBe('18.2.0');
  });
  it('type-checks', () => expectSuccess('tsc', '-p', folder));
  it('builds and shows its first screen', async () => expect(await openConsumer(folder)).toEqual([]));
});

function readVersion(name: string): unknown {
  return (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: unknown }).version;
}

async function expectSuccess(...command: readonly [string, ...string[]]): Promise<void> {
  await runCommand(command);
}

/** Imports an entry in a Node of its own, which must also end by itself: an import starts nothing. */
async function expectLoads(specifier: string): Promise<void> {
  const code = specifier.endsWith('.css')
    ? `import { statSync } from 'node:fs'; if (statSync(new URL(import.meta.resolve('${specifier}'))).size === 0) throw new Error('It is empty.');`
    : `const entry = await import('${specifier}'); if (Object.keys(entry).length === 0) throw new Error('It exports nothing.');`;
  await runCommand([process.execPath, '--input-type=module', '--eval', code], { folder });
}
