import { spawn } from 'node:child_process';

/** A program and its arguments; programs of node_modules/.bin go by their name. */
export type Command = readonly [program: string, ...args: readonly string[]];

export interface RunCommandOptions {
  /** The folder it runs in. Default: this one. */
  readonly folder?: string;
  /** Ends it, with all it started. Default: 300,000 ms; it only detects a hang. */
  readonly timeoutMs?: number;
}

const onWindows = process.platform === 'win32';

/** The runner's own variables would build React for development, and take a nested Vitest for a worker. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST.*|TEST|DEV|PROD|MODE)$/.test(name)),
);

/**
 * Runs a program to its end, without a terminal, and gives what it printed.
 *
 * @throws Error holding what it printed, when it fails or takes too long.
 */
export function runCommand(command: Command, { folder = '.', timeoutMs = 300_000 }: RunCommandOptions = {}): Promise<string> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    // A process group of its own, so that what it started is stopped with it.
    const child = spawn(program, args, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !onWindows,
      shell: onWindows,
    });
    let output = '';
    const stop = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(onWindows ? child.pid : -child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      output += `\nStopped: it took longer than ${timeoutMs / 60_000} minutes.\n`;
      stop();
    }, timeoutMs);
    process.once('exit', stop);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += String(text)));
    const settle = (code: number | null) => {
      clearTimeout(timer);
      process.off('exit', stop);
      if (code === 0) resolve(output);
      else
        reject(new Error(`${command.join(' ')} ${code === null ? 'was stopped' : `ended with exit code ${code}`}.\n\n${output.trim()}\n`));
    };
    child.on('error', (error) => {
      output += error.message;
      settle(1);
    });
    child.on('close', settle);
  });
}
