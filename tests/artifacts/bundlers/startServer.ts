import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { preview } from 'vite';
import type { BundlerCase } from './Bundler.ts';
import { findFreePort } from '../../support/findFreePort.ts';

/** A page that is being served. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const startMs = 60_000;
/** Nothing but the page's own address: no inline script or style, no `blob:` worker. */
const policy = "default-src 'self'; worker-src 'self'";

/** Serves a consumer in its own way, or else its `dist` under a strict Content-Security-Policy. */
export async function startServer(folder: string, { serve }: BundlerCase): Promise<Served> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  if (!serve) {
    const headers = { 'content-security-policy': policy };
    const server = await preview({ root: folder, configFile: false, logLevel: 'error', preview: { port, host: '127.0.0.1', headers } });
    return { url, close: () => server.close() };
  }
  const [program, ...args] = serve(port);
  let said = '';
  // A group of its own, so that what it started ends with it.
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quietly },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const close = async () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
    await once(child, 'exit');
  };
  for (const endsAt = Date.now() + startMs; ;) {
    if ((await fetch(url).catch(() => null))?.ok) return { url, close };
    if (child.exitCode !== null || Date.now() > endsAt) {
      await close();
      throw new Error(`${program} does not serve the page.\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** For every program of a consumer. */
export const quietly: Readonly<Record<string, string>> = { NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
