// The demo as one process: sandbox, relay and web app. `--built` serves `dist`; `--verbose` prints a line for each call.
import { parseArgs } from 'node:util';
import { startDemo } from './startDemo.ts';

const { values } = parseArgs({ options: { built: { type: 'boolean' }, verbose: { type: 'boolean' } } });
const isBuilt = values.built ?? process.env['NODE_ENV'] === 'production';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());

try {
  const demo = await startDemo({
    mode: isBuilt ? 'built' : 'dev',
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
