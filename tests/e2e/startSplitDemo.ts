import { getRequestListener } from '@hono/node-server';
import type { Sandbox } from '@stepframe/sandbox';
import { serveSandbox } from '@stepframe/sandbox/node';
import { Hono } from 'hono';
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '../../apps/demo/server/listenOnLoopback.ts';
import { readVisitor, writeVisitor } from '../../apps/demo/server/readVisitor.ts';
import { serveBuiltPages } from '../../apps/demo/server/serveBuiltPages.ts';
import type { RelayProcessSettings } from './relayProcess.ts';

/** The demo in parts, as it runs in earnest: pages and a proxy here, the relay in a process of its own, the API beside them. */
export interface SplitDemo {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Ends the relay's process at once, whatever it is doing. */
  readonly killRelay: () => Promise<void>;
  /** Starts another one in its place, with the same secret and port, and no memory. */
  readonly startRelay: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const entry = fileURLToPath(new URL('relayProcess.ts', import.meta.url));

/** Starts all parts; `processingMs` is the time from a submission to its verdict. */
export async function startSplitDemo({ processingMs }: { readonly processingMs: number }): Promise<SplitDemo> {
  const credentials = { username: 'split', password: randomBytes(18).toString('base64url') };
  const api = await serveSandbox({ credentials, processingMs });
  const sessionSecret = randomBytes(32).toString('base64url');
  let relay: ChildProcess | null = null;
  let relayPort = 0;

  const app = new Hono();
  serveBuiltPages(app);
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const front = createServer((request, response) => {
    if (!request.url?.startsWith('/stepframe/')) {
      if (!readVisitor(request.headers.cookie)) response.setHeader('set-cookie', writeVisitor(randomUUID()));
      return void answer(request, response);
    }
    const { method, url: path, headers } = request;
    const onward = ask({ host: '127.0.0.1', port: relayPort, method, path, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
      reply.on('error', () => response.destroy());
    });
    // As a proxy that has nobody to turn to.
    onward.on('error', () => request.socket.destroy());
    request.on('error', () => onward.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  const listening = await listenOnLoopback(front, 0);
  const url = `http://localhost:${listening.port}`;

  const startRelay = async (): Promise<void> => {
    relay = fork(entry, { execArgv: ['--import', 'tsx'] });
    const settings: RelayProcessSettings = { port: relayPort, baseUrl: api.url, ...credentials, sessionSecret, origin: url };
    relay.send(settings);
    const [at] = (await once(relay, 'message')) as [string];
    relayPort = Number(new URL(at).port);
  };
  const killRelay = async (): Promise<void> => {
    if (!relay || relay.exitCode !== null || relay.signalCode !== null) return;
    const gone = once(relay, 'exit');
    relay.kill('SIGKILL');
    await gone;
  };
  await startRelay();
  return {
    url,
    sandbox: api.sandbox,
    killRelay,
    startRelay,
    async close() {
      await killRelay();
      await Promise.all([listening.close(), api.close()]);
    },
  };
}
