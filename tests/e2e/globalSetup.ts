import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the demo once before the end-to-end tests, so that they never meet an older build. */
export async function setup(): Promise<void> {
  const { NODE_ENV } = process.env;
  // Under the test runner's own value Vite would build React for development.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: fileURLToPath(new URL('../../apps/demo/vite.config.ts', import.meta.url)), logLevel: 'warn' });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
}
