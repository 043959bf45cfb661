import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first program of that name: in the folders of PATH, or among other paths given. `null` when there is none. */
export function findProgram(names: readonly string[], otherPaths: readonly string[] = []): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...otherPaths];
  return candidates.find((path) => existsSync(path)) ?? null;
}
