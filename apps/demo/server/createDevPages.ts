import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageHeaders } from './pageHeaders.ts';

/** What answers the requests for pages. */
export interface Pages {
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

/** Serves the pages from source through Vite, which uses the demo's own HTTP server for its live updates. */
export async function createDevPages(server: Server): Promise<Pages> {
  // Not needed, and perhaps not installed, where a build is served.
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    clearScreen: false,
    server: { middlewareMode: true, hmr: { server }, headers: pageHeaders },
  });
  return { listener: (request, response) => vite.middlewares(request, response), close: () => vite.close() };
}
