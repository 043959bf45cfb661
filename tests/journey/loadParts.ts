import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

let loading: Promise<void> | null = null;

/**
 * Fetches what the client fetches when it first needs it: a clock that stands still knows nothing of files that are being read. Once is
 * enough, and in a bundle there is nothing to fetch.
 */
export function loadParts(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  if (!import.meta.url.endsWith('/loadParts.ts')) return;
  for (const folder of ['client', 'journey', 'vault']) {
    const path = fileURLToPath(new URL(`../../packages/core/src/${folder}/`, import.meta.url));
    const names = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    await Promise.all(names.map((name) => import(/* @vite-ignore */ pathToFileURL(path + name).href)));
  }
}
