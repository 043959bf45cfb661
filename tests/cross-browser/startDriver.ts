import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '../support/findFreePort.ts';

/** A WebDriver that listens, and the screen its browser is drawn on. */
export interface Driver {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const startMs = 15_000;

/** Starts Xvfb on the first display that is free, and a WebDriver with its browser on it. */
export async function startDriver(programs: { readonly screen: string; readonly driver: string }): Promise<Driver> {
  const screen = spawn(programs.screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const display = await readDisplay(screen);
    const port = await findFreePort();
    const driver = spawn(programs.driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}` } });
    const close = async () => {
      await end(driver);
      await end(screen);
    };
    const url = `http://127.0.0.1:${port}`;
    try {
      await waitUntilReady(url);
    } catch (error) {
      await close();
      throw error;
    }
    return { url, close };
  } catch (error) {
    await end(screen);
    throw error;
  }
}

async function readDisplay(screen: ChildProcess): Promise<string> {
  const pipe = screen.stdio[3];
  if (!pipe) throw new Error('The screen tells nobody its number.');
  const [number] = (await once(pipe, 'data', { signal: AbortSignal.timeout(startMs) })) as [Buffer];
  return number.toString().trim();
}

async function waitUntilReady(url: string): Promise<void> {
  const signal = AbortSignal.timeout(startMs);
  for (;;) {
    const answer = await fetch(`${url}/status`, { signal }).catch(() => null);
    if (answer?.ok) return;
    if (signal.aborted) throw new Error(`The WebDriver did not answer within ${startMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, 'exit');
}
