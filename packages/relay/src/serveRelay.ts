import { createServer, type Server } from 'node:http';
import { createRelay } from './createRelay.ts';
import type { RelayOptions } from './RelayOptions.ts';
import { toNodeListener } from './toNodeListener.ts';

export interface ServeRelayOptions extends Omit<RelayOptions, 'closing'> {
  /** Default 8787; 0 for any free port. */
  readonly port?: number | undefined;
  /** Address to listen on. Default `127.0.0.1`: put a proxy that speaks TLS in front. */
  readonly host?: string | undefined;
}

/** A relay that is listening. */
export interface RelayServer {
  readonly server: Server;
  /** Such as `http://127.0.0.1:8787`, without the base path. */
  readonly url: string;
  /** Takes no new connections, answers those who wait for news, and resolves when the last request is answered. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a relay on its own port.
 *
 * @throws ConfigurationError when an option is missing or wrong; rejects when the port cannot be had
 */
export async function serveRelay({ port = 8787, host = '127.0.0.1', ...options }: ServeRelayOptions): Promise<RelayServer> {
  const closing = new AbortController();
  const listener = toNodeListener(createRelay({ ...options, closing: closing.signal }));
  const server = createServer((request, response) => {
    // A connection that is kept alive would keep a server that closes alive too.
    response.once('close', () => setImmediate(() => closing.signal.aborted && server.closeIdleConnections()));
    void listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    server,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        closing.abort();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}
