// The demo as one process: sandbox, relay and web app. It serves what was built, `--build` builds that first, `--dev`
// serves the source instead; `--verbose` prints a line for each call.
import { parseArgs } from 'node:util';
import { buildPages } from './server/buildPages.ts';
import { startDemo } from './startDemo.ts';

const { values } = parseArgs({
  options: { build: { type: 'boolean' }, dev: { type: 'boolean' }, verbose: { type: 'boolean' } },
});

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());

try {
  if (values.build) {
    console.log('Building the pages…');
    await buildPages();
  }
  const demo = await startDemo({
    mode: values.dev ? 'dev' : 'built',
    port: Number(process.env['PORT'] || 5173),
    ...(values.verbose && { onLog: console.log }),
  });
  if (!stopping.signal.aborted) {
    console.log(`Demo: ${demo.url}`);
    console.log('The sandbox behind it keeps everything in memory; it is gone when you stop with Ctrl-C.');
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  }
  await demo.close();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
