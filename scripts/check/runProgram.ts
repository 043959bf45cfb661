import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** What to run and where its output goes. */
export interface ProgramOptions {
  readonly command: readonly [string, ...string[]];
  readonly write: (text: string) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it runs in. Default: this one. */
  readonly folder?: string;
  /** Ends it, with all it started, when it takes longer. */
  readonly timeoutMs: number;
}

const onWindows = process.platform === 'win32';
const running = new Set<ChildProcess>();

/** Runs a program to its end; gives its exit code, or `null` when it was stopped. */
export function runProgram({ command, write, env = {}, folder = '.', timeoutMs }: ProgramOptions): Promise<number | null> {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that stopping it also stops the browsers and workers it started.
      detached: !onWindows,
      shell: onWindows,
    });
    running.add(child);
    const timer = setTimeout(() => {
      write(`\nStopped: it took longer than ${timeoutMs / 60_000} minutes.\n`);
      stop(child, 'SIGKILL');
    }, timeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', write);
    }
    child.on('error', (error) => {
      write(`${program} could not be started: ${error.message}\n`);
      settle(1);
    });
    child.on('close', settle);

    function settle(code: number | null): void {
      clearTimeout(timer);
      running.delete(child);
      resolve(code);
    }
  });
}

/** Stops every program that is still running. */
export function stopPrograms(): void {
  for (const child of running) stop(child, 'SIGTERM');
}

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(onWindows ? child.pid : -child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}
