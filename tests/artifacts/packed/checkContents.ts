import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Looks through an installed package for what must not be published: tests, stories, addresses inside the workspace, and
 * paths of the machine it was packed on. Gives each finding in a sentence.
 */
export function checkContents(folder: string, root: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      return [
        /\.(test|stories)\./.test(entry.name) ? `${path} is a test` : [],
        text.includes(root) ? `${path} names ${root}` : [],
        entry.name === 'package.json' && /"(workspace|catalog):/.test(text) ? `${path} holds an address only this workspace knows` : [],
      ].flat();
    });
}
