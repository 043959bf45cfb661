import { createAdaptorServer } from '@hono/node-server';
import { createSandbox, type Sandbox } from './createSandbox.ts';
import type { SandboxOptions } from './SandboxOptions.ts';

export interface ServeSandboxOptions extends SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A sandbox that listens. */
export interface ServedSandbox {
  /** Such as `http://127.0.0.1:4321`, without a slash at the end and without the path prefix. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops listening and ends open connections. Calling it again is harmless. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a new sandbox over HTTP on 127.0.0.1, so that no other machine reaches it. It logs nothing.
 *
 * @throws ConfigurationError for options that cannot work, and the system's own error when the port cannot be opened.
 */
export async function serveSandbox({ port = 0, ...options }: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  const sandbox = createSandbox(options);
  // The caller's own `Request` and `Response` stay as they are: this runs inside test runners.
  const server = createAdaptorServer({ fetch: sandbox.handle, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;

  return {
    url: `http://127.0.0.1:${boundPort}`,
    sandbox,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
