import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { guardBody } from './http/guardBody.ts';

export interface ServeHandleOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A handler that listens. */
export interface ServedHandle {
  /** Such as `http://127.0.0.1:4321`, without a slash at the end. */
  readonly url: string;
  /** Closes the port and ends open connections: from now on connections are refused. */
  readonly goDown: () => Promise<void>;
  /** Listens at the same port again. */
  readonly comeBack: () => Promise<void>;
  /** Stops listening and ends open connections. Calling it again is harmless. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a handler over HTTP on 127.0.0.1, so that no other machine reaches it. Where the handler rejects, or the
 * body of its answer fails, the connection is reset. It logs nothing.
 *
 * @throws the system's own error when the port cannot be opened.
 */
export async function serveHandle(
  handle: (request: Request) => Promise<Response>,
  { port = 0 }: ServeHandleOptions = {},
): Promise<ServedHandle> {
  const server = createAdaptorServer({
    // The caller's own `Request` and `Response` stay as they are: this runs inside test runners.
    overrideGlobalObjects: false,
    async fetch(request, { incoming }) {
      const cut = () => incoming.socket.resetAndDestroy();
      try {
        return guardBody(await handle(request), cut);
      } catch {
        cut();
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(port);
  const address = server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${boundPort}`, goDown: close, comeBack: () => listen(boundPort), close };
}
