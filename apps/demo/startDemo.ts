import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRelay, type RelayCredentials } from '@stepframe/relay';
import type { Sandbox } from '@stepframe/sandbox';
import { serveSandbox } from '@stepframe/sandbox/node';
import { authorizeVisitor } from './server/authorizeVisitor.ts';
import { createApi } from './server/createApi.ts';
import { createDevPages } from './server/createDevPages.ts';
import { describeEvent } from './server/describeEvent.ts';
import { listenOnLoopback } from './server/listenOnLoopback.ts';
import { readVisitor, writeVisitor } from './server/readVisitor.ts';
import { serveBuiltPages } from './server/serveBuiltPages.ts';

export interface StartDemoOptions {
  /** The first port tried; one that is taken leads to the next. 0 for any free one. Default 5173. */
  readonly port?: number;
  /** `built` (default) serves what `vite build` left in `dist`, `dev` serves the source through Vite. */
  readonly mode?: 'built' | 'dev';
  /** Time from a submission to its verdict, in milliseconds. Default: the sandbox's. */
  readonly processingMs?: number;
  /** The server key shared by relay and sandbox. Default: made up at each start. */
  readonly credentials?: RelayCredentials;
  /** Signs the sessions. Default: made up at each start, so a restart ends every session. */
  readonly sessionSecret?: string;
  /** Told one line for each call: operation, status and time; never a body, token or credential. */
  readonly onLog?: (line: string) => void;
}

/** A demo that is listening. */
export interface Demo {
  /** Such as `http://localhost:5173`. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops all of it. Calling it again is harmless. */
  readonly close: () => Promise<void>;
}

const makeSecret = () => randomBytes(32).toString('base64url');

/**
 * Starts the sandbox, the relay in front of it and the web app, in this process and on loopback addresses only.
 *
 * @throws Error when no port is free, or in `built` mode when there is no build.
 */
export async function startDemo(options: StartDemoOptions = {}): Promise<Demo> {
  const { port = 5173, mode = 'built', processingMs, sessionSecret = makeSecret(), onLog = () => {} } = options;
  const credentials = options.credentials ?? { username: 'demo-key', password: makeSecret() };

  const api = await serveSandbox({ credentials, ...(processingMs !== undefined && { processingMs }) });
  try {
    const relay = createRelay({
      credentials,
      sessionSecret,
      baseUrl: api.url,
      authorize: authorizeVisitor,
      onEvent: (event) => onLog(describeEvent(event)),
    });
    const app = createApi(relay);
    const server = createServer();
    const pages = mode === 'dev' ? await createDevPages(server) : null;
    if (mode === 'built') serveBuiltPages(app);
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    server.on('request', (request, response) => {
      const isApi = /^\/(stepframe|demo)\//.test(request.url ?? '');
      if (!isApi && !readVisitor(request.headers.cookie)) response.setHeader('set-cookie', writeVisitor(randomUUID()));
      if (pages && !isApi) pages.listener(request, response);
      else void answer(request, response);
    });
    const listening = await listenOnLoopback(server, port).catch(async (error: unknown) => {
      await pages?.close();
      throw error;
    });
    return {
      url: `http://localhost:${listening.port}`,
      sandbox: api.sandbox,
      close: async () => {
        await Promise.all([listening.close(), pages?.close(), api.close()]);
      },
    };
  } catch (error) {
    await api.close();
    throw error;
  }
}
