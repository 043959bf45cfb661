import { fileURLToPath } from 'node:url';

/** Builds the pages into `dist`, as `vite build` does. */
export async function buildPages(): Promise<void> {
  // Not needed, and perhaps not installed, where a build is served.
  const { build } = await import('vite');
  await build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), logLevel: 'warn' });
}
