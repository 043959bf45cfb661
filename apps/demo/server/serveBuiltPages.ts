import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { contentSecurityPolicy, pageHeaders } from './pageHeaders.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Lets the app serve what `vite build` made, under a strict Content-Security-Policy.
 *
 * @throws Error when there is no build.
 */
export function serveBuiltPages(app: Hono): void {
  if (!existsSync(dist)) throw new Error('The demo is not built yet. Use `npm start`, which builds it first, or `npm run dev`.');
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(pageHeaders)) context.header(name, value);
    context.header('content-security-policy', contentSecurityPolicy);
    context.header('vary', 'Accept-Encoding');
    // Assets have their content's hash in the name.
    const isAsset = context.res.ok && context.req.path.startsWith('/assets/');
    context.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use('*', serveStatic({ root: dist, precompressed: true }));
}
