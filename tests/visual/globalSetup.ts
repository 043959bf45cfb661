import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the page is served. */
    visualUrl: string;
    /** The references are to be written anew: `--update`. */
    isUpdate: boolean;
  }
}

const root = fileURLToPath(new URL('page', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/visual/page', import.meta.url));

/** Builds the page once, which is faster than serving its modules one by one to every screen, and serves it. */
export async function setup({ config, provide }: TestProject): Promise<() => Promise<void>> {
  const { NODE_ENV } = process.env;
  // Under the test runner's own value Vite would build React for development.
  process.env['NODE_ENV'] = 'production';
  try {
    const plugins = [react()];
    await build({ root, configFile: false, plugins, logLevel: 'error', build: { outDir, emptyOutDir: true, reportCompressedSize: false } });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
  const server = await preview({ root, configFile: false, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  provide('visualUrl', server.resolvedUrls?.local[0] ?? '');
  provide('isUpdate', config.snapshotOptions.updateSnapshot === 'all');
  return () => server.close();
}
