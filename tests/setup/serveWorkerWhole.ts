import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const captureWorker = fileURLToPath(new URL('../../packages/core/src/capture.worker.ts', import.meta.url));

/**
 * Serves the worker's script as one file, as a bundler would leave it. Module by module each start takes some fifty requests: longer than
 * what most tests do with the worker, and on a busy machine longer than anybody waits for it.
 */
export function serveWorkerWhole(): Plugin {
  let bundled: ReturnType<typeof bundle> | undefined;
  return {
    name: 'serve-worker-whole',
    enforce: 'pre',
    configureServer() {
      // The first test need not wait for it.
      bundled = bundle();
      bundled.catch(() => {});
    },
    async load(id) {
      const [path, query] = id.split('?');
      if (path !== captureWorker || !new URLSearchParams(query).has('worker_file')) return null;
      const { code, moduleIds } = await (bundled ?? bundle());
      // Once is enough, unless one of them is changed while tests are watched.
      bundled = undefined;
      for (const module of moduleIds) this.addWatchFile(module);
      return code;
    },
  };
}

async function bundle(): Promise<{ readonly code: string; readonly moduleIds: readonly string[] }> {
  const build = await rolldown({ input: captureWorker, platform: 'browser' });
  try {
    const { output } = await build.generate({ format: 'esm', codeSplitting: false, sourcemap: 'inline' });
    return output[0];
  } finally {
    await build.close();
  }
}
