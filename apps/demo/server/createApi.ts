import type { Relay } from '@stepframe/relay';
import { scenarios } from '@stepframe/sandbox';
import { Hono } from 'hono';

/** The relay, and beside it what only the demo needs. */
export function createApi(relay: Relay): Hono {
  const app = new Hono();
  app.all('/stepframe/*', (context) => relay(context.req.raw));
  app.get('/demo/scenarios', (context) =>
    context.json(Object.entries(scenarios).map(([name, { description }]) => ({ name, description }))),
  );
  app.all('/demo/*', (context) => context.notFound());
  return app;
}
