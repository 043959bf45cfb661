import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { build } from 'vite';

/** Bytes after gzip of what a page downloads for `prepareImage`, minified. */
export interface PrepareSize {
  /** The page's own part, with what it imports at once. */
  readonly page: number;
  /** The worker's script, with what it imports at once. */
  readonly worker: number;
  /** Everything that is fetched only when it is needed; not counted. */
  readonly lazy: number;
}

const entry = resolve('prepare-image.ts');

/** Bundles `prepareImage` alone, as a customer's Vite does. */
export async function measureSize(): Promise<PrepareSize> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    plugins: [
      {
        name: 'prepare-image',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export { prepareImage } from '@stepframe/core/capture';` : undefined),
      },
    ],
    build: { write: false, modulePreload: false, target: 'es2022', rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  if (!('output' in result)) throw new Error('Vite gave no single output.');
  const codes = new Map(
    result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : Buffer.from(file.source).toString('utf8')]),
  );
  const page = new Set<string>();
  const worker = new Set<string>();
  for (const file of result.output) if (file.type === 'chunk' && file.isEntry) follow(file.fileName, codes, page);
  for (const name of codes.keys()) if (name.includes('.worker')) follow(name, codes, worker);
  const sum = (names: Iterable<string>) =>
    [...names].reduce((bytes, name) => bytes + gzipSync(codes.get(name) ?? '', { level: 9 }).length, 0);
  const lazy = [...codes.keys()].filter((name) => !page.has(name) && !worker.has(name));
  return { page: sum(page), worker: sum(worker), lazy: sum(lazy) };
}

/** Adds a file and what it imports statically. A worker's files come out as assets, so their text is all there is to go by. */
function follow(name: string, codes: ReadonlyMap<string, string>, found: Set<string>): void {
  const code = codes.get(name);
  if (code === undefined || found.has(name)) return;
  found.add(name);
  for (const [, imported] of code.matchAll(/(?:^|[;}])(?:import|export)(?:[^"'`();]*from)?\s*["'`]\.\/([^"'`]+)["'`]/g)) {
    follow(`assets/${imported}`, codes, found);
  }
}
