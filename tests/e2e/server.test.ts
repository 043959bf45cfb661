import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

const running = new Set<ChildProcess>();
afterEach(() => {
  // A test that failed half-way must not leave a server behind.
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the demo as `npm start` does, but builds nothing, and waits for the line with its address. */
async function startServer(options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/demo/server.ts', ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', PORT: '0', ...env },
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (address && output.includes('memory')) resolve(address);
      });
    }
    child.on('exit', () => reject(new Error(`The demo ended before it was ready:\n${output}`)));
  });
  return { child, url, output: () => output };
}

async function stop({ child }: Started, signal: NodeJS.Signals): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return (await ended)[0];
}

describe('the demo as a program', () => {
  it('serves the build under a strict policy, says where in two lines, and stops cleanly', async () => {
    const server = await startServer([]);
    const page = await fetch(server.url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types stepframe",
    );
    expect(page.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const scenarios = (await (await fetch(`${server.url}/demo/scenarios`)).json()) as readonly { name: string; description: string }[];
    expect(scenarios[0]).toEqual({ name: 'approved', description: 'Every step passes at the first attempt.' });
    for (const path of ['/nothing-here', '/..%2f..%2fpackage.json', '/demo/nothing', '/stepframe/nothing']) {
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404]);
    }

    expect(await stop(server, 'SIGINT')).toBe(0);
    expect(server.output().trim().split('\n')).toEqual([
      `Demo: ${server.url}`,
      'The sandbox behind it keeps everything in memory; it is gone when you stop with Ctrl-C.',
    ]);
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });

  it('serves the source when that is asked for, and takes the next port when one is taken', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const server = await startServer(['--dev'], { PORT: String(port) });
    expect(Number(new URL(server.url).port)).toBeGreaterThan(port);
    expect(await (await fetch(server.url)).text()).toContain('/@vite/client');
    const main = await fetch(`${server.url}/src/main.tsx`);
    expect(main.headers.get('content-type')).toContain('javascript');
    expect(await stop(server, 'SIGTERM')).toBe(0);
    taken.close();
  });
});
