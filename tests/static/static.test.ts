import { it } from 'vitest';
import { type Command, runCommand } from '../support/runCommand.ts';

it.concurrent.each<[name: string, command: Command, help: string]>([
  ['format', ['oxfmt', '--check'], '`npm run format` writes the files; commit them.'],
  ['lint', ['oxlint', '--deny-warnings'], 'Change the code; this repository has no disabling comments.'],
  ['types', ['tsc', '-b'], '`npm run types` checks again.'],
  ['knip', ['knip'], 'Remove the file, export or dependency that nothing uses.'],
])('%s', (_name, command, help) => expectSuccess(command, help));

/** Fails with what the tool printed, and no stack of ours below it. */
async function expectSuccess(command: Command, help: string): Promise<void> {
  try {
    await runCommand(command);
  } catch (error) {
    throw Object.assign(new Error(`${(error as Error).message}\n${help}`), { stack: '' });
  }
}
