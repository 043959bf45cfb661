import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../support/runCommand.ts';

/** A customer's app outside of this workspace, with the packed packages installed. */
export interface Consumer {
  readonly folder: string;
  /** Installs other versions over the ones there, such as `react@18.2.0`. */
  readonly install: (...packages: readonly string[]) => Promise<void>;
}

const npmInstall = ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'] as const;

export interface ConsumerOptions {
  /** The folder of the app's own files. Default: the one in tests/artifacts/consumer. */
  readonly app?: string;
  /** Packages that it uses beside ours and their peers, with their versions. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Puts an app into `folder` and installs the tarballs (by package name) with npm. */
export async function createConsumer(
  folder: string,
  tarballs: Readonly<Record<string, string>>,
  { app = 'tests/artifacts/consumer', dependencies = {} }: ConsumerOptions = {},
): Promise<Consumer> {
  cpSync(app, folder, { recursive: true });
  const packed = Object.fromEntries(Object.entries(tarballs).map(([name, tarball]) => [name, `file:${tarball}`]));
  const peers = ['react', 'react-dom', '@types/react', '@types/react-dom', '@types/node'];
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: { ...packed, ...dependencies, ...Object.fromEntries(peers.map((name) => [name, installedVersion(name)])) },
    // The packages name each other by version, which no registry has yet.
    overrides: Object.fromEntries(Object.keys(tarballs).map((name) => [name, `$${name}`])),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  await runCommand(npmInstall, { folder });
  return {
    folder,
    install: async (...packages) => {
      await runCommand([...npmInstall, ...packages], { folder });
    },
  };
}

/** The version this workspace tests with. */
function installedVersion(name: string): string {
  const folders = ['.', 'packages/ui'];
  for (const folder of folders) {
    try {
      return (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      // Not installed there; the next one.
    }
  }
  throw new Error(`${name} is installed in none of: ${folders.join(', ')}.`);
}
