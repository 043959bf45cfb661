import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Relay } from './createRelay.ts';

/** What `http.createServer`, Express and Connect take. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Puts a relay behind Node's own HTTP server. Bodies are streamed both ways, and a browser that goes away aborts what
 * was done for it.
 */
export function toNodeListener(relay: Relay): NodeListener {
  // The globals stay as they are: a library must not swap `Request` under its host.
  return getRequestListener(relay, { overrideGlobalObjects: false });
}
