import { runProgram } from './check/runProgram.ts';

const timeoutMs = 180_000;

/**
 * Runs a program and gives what it printed.
 *
 * @throws Error holding what it printed, when it fails.
 */
export async function runQuietly(command: readonly [string, ...string[]], folder = '.'): Promise<string> {
  let output = '';
  const exitCode = await runProgram({ command, folder, write: (text) => (output += text), timeoutMs });
  if (exitCode !== 0) throw new Error(output || `${command.join(' ')} ended with exit code ${exitCode}`);
  return output;
}
