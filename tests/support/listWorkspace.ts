import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package.json, as far as the checks read it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, string | { readonly types?: string; readonly default: string }>> };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** One package or app of this workspace. */
export interface Member {
  /** The folder, relative to the root: `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** One public door of a package. */
export interface Entry {
  /** What a consumer imports: `@stepframe/core/capture`. */
  readonly specifier: string;
  readonly packageName: string;
  /** The built file, relative to the root. */
  readonly built: string;
}

/** The members of one folder of the workspace, by name. */
export function listWorkspace(folder: 'packages' | 'apps'): readonly Member[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'package.json')))
    .map((path) => ({ folder: path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest }));
}

/** The public doors of a package as published: every entry of `exports` but package.json. */
export function listEntries({ folder, manifest }: Member): readonly Entry[] {
  return Object.entries(manifest.publishConfig?.exports ?? {})
    .filter(([name]) => name !== './package.json')
    .map(([name, target]) => ({
      specifier: manifest.name + name.slice(1),
      packageName: manifest.name,
      built: join(folder, typeof target === 'string' ? target : target.default),
    }));
}
