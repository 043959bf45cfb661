import { resolve } from 'node:path';
import { build } from 'vite';

/** A file a server hands out. */
export interface ServedFile {
  readonly body: string | Uint8Array;
  readonly type: string;
}

/** Files by the path they are served at, such as `/index.html`. */
export type ServedFiles = ReadonlyMap<string, ServedFile>;

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** The MIME type of a file by its name. */
function typeOf(name: string): string {
  return types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

/**
 * Bundles a page around one module, minified, as a customer's Vite does for production. Our packages come from their sources.
 *
 * @param module The page's module, relative to the root: `tools/bench/prepare/page.ts`.
 */
export async function bundlePage(module: string): Promise<ServedFiles> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    build: { write: false, modulePreload: false, target: 'es2022', rolldownOptions: { input: resolve(module) } },
  });
  if (!('output' in result)) throw new Error('Vite gave no single output.');
  const files = new Map<string, ServedFile>();
  for (const file of result.output) {
    files.set(`/${file.fileName}`, { body: file.type === 'chunk' ? file.code : file.source, type: typeOf(file.fileName) });
  }
  const entry = result.output.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
  const html = `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module" src="/${entry}"></script>`;
  files.set('/', { body: html, type: typeOf('index.html') });
  return files;
}
