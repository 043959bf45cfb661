import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/** Bytes after gzip of what a page downloads for `prepareImage`, minified. */
export interface PrepareSize {
  /** The page's own part, with what it imports at once. */
  readonly page: number;
  /** The worker's script without what it holds for live frames. */
  readonly worker: number;
  /** The worker's script as it is downloaded: it serves live frames too. */
  readonly wholeWorker: number;
}

const page = resolve('prepare-image.ts');
const worker = resolve('packages/core/src/capture.worker.ts');
/** What the worker needs for live frames only; a frame that is taken reaches it as pixels. */
const forFrames = /\/core\/src\/(quality|frame|face)\/|^\.\.?\/(?:\.\.\/)*(quality|frame|face)\//;

/** Bundles `prepareImage` alone and the worker it starts, as a customer's Vite does. */
export async function measureSize(): Promise<PrepareSize> {
  return {
    page: sumFirst(await bundle(page)),
    worker: sumFirst(await bundle(worker, forFrames)),
    wholeWorker: sumFirst(await bundle(worker)),
  };
}

async function bundle(entry: string, leftOut?: RegExp): Promise<Rolldown.RolldownOutput['output']> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    plugins: [
      {
        name: 'prepare-image',
        enforce: 'pre',
        resolveId: (id) => (id === page ? id : undefined),
        load: (id) => {
          if (id === page) return `export { prepareImage } from '@stepframe/core/capture';`;
          // What Vite adds to any page with a dynamic import is the bundler's, and most pages have it already.
          return id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined;
        },
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'allow-extension', ...(leftOut && { external: leftOut }) },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave no single output.');
  return result.output;
}

/** The entry and what it imports statically; a worker and what is imported dynamically are not among it. */
function sumFirst(output: Rolldown.RolldownOutput['output']): number {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const first = new Set<string>();
  const follow = (name: string): number => {
    const chunk = chunks.get(name);
    if (!chunk || first.has(name)) return 0;
    first.add(name);
    return chunk.imports.reduce((bytes, imported) => bytes + follow(imported), gzipSync(chunk.code, { level: 9 }).length);
  };
  return [...chunks.values()].reduce((bytes, chunk) => bytes + (chunk.isEntry ? follow(chunk.fileName) : 0), 0);
}
