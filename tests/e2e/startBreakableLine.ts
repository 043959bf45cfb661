import { connect, createServer, type Socket } from 'node:net';

/** A line between browser and demo that can be cut in the middle of a request, which no setting of a browser does. */
export interface BreakableLine {
  /** Such as `http://localhost:4321`. */
  readonly url: string;
  /** Lets so many bytes more through from the browser, then cuts every connection and refuses new ones, so that no body leaves. */
  readonly cutAfter: (bytes: number) => void;
  /** Takes connections again. */
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Lays a line to a server on this machine. */
export async function startBreakableLine(targetUrl: string): Promise<BreakableLine> {
  const targetPort = Number(new URL(targetUrl).port);
  const open = new Set<Socket>();
  let bytesLeft = Infinity;
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A cut is an error to whoever was writing.
    socket.on('error', () => socket.destroy());
  };

  const server = createServer((browser) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [browser, target]) track(socket);
    browser.on('close', () => target.destroy());
    target.pipe(browser);
    browser.on('data', (chunk) => {
      target.write(chunk.subarray(0, Math.max(0, bytesLeft)));
      bytesLeft -= chunk.length;
      if (bytesLeft <= 0) cut();
    });
  });
  const listen = (wanted: number) => new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://localhost:${port}`,
    cutAfter: (bytes) => {
      bytesLeft = bytes;
    },
    mend: () => {
      bytesLeft = Infinity;
      return listen(port);
    },
    close: async () => cut(),
  };
}
