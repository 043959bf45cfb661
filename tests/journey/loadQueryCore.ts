import type * as QueryCore from '@tanstack/query-core';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

export type { QueryCore };

let bundling: Promise<string> | null = null;

/**
 * TanStack Query of a tab of its own: its managers of focus, network and timers are one per module, so the module is run once for each. As
 * text that is evaluated, because what was imported is never given up.
 */
export async function loadQueryCore(): Promise<() => typeof QueryCore> {
  const code = await (bundling ??= bundle());
  return () => {
    const module = { exports: {} };
    // oxlint-disable-next-line no-new-func, no-implied-eval -- the code is the installed package's own
    new Function('module', 'exports', code)(module, module.exports);
    return module.exports as typeof QueryCore;
  };
}

async function bundle(): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(import.meta.resolve('@tanstack/query-core')),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'cjs' });
  await build.close();
  return output[0].code;
}
