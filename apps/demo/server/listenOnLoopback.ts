import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

/** A server that is listening on both loopback addresses. */
export interface LoopbackListening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const maxTries = 50;

/**
 * Listens on 127.0.0.1 and, where there is one, ::1, for browsers differ in what `localhost` means to them.
 *
 * @param firstPort Tried first; one that is taken leads to the next. 0 for any free one.
 * @throws Error when none of the next 50 is free, and the system's own error for anything else.
 */
export async function listenOnLoopback(server: HttpServer, firstPort: number): Promise<LoopbackListening> {
  for (let tried = 0; tried < maxTries; tried += 1) {
    const wanted = firstPort === 0 ? 0 : firstPort + tried;
    if (!(await listen(server, wanted, '127.0.0.1'))) continue;
    const port = portOf(server);
    const second = createServer((socket) => server.emit('connection', socket));
    const hasSecond = await listen(second, port, '::1');
    if (hasSecond !== false) {
      return {
        port,
        close: async () => {
          server.closeAllConnections();
          await Promise.all([close(server), close(second)]);
        },
      };
    }
    await close(server);
  }
  throw new Error(`No port from ${firstPort} to ${firstPort + maxTries - 1} is free. Name another one with PORT=….`);
}

/** Gives `true` when it listens, `false` when the port is taken, `null` when the machine has no such address. */
function listen(server: Server, port: number, host: string): Promise<boolean | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen, so it has no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  // The only error there is says that it was not listening.
  return new Promise((resolve) => server.close(() => resolve()));
}
