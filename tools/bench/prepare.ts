// What it takes to make a photo ready to send, ours beside its peers: `npm run bench:prepare`, with `-- --rounds N`,
// `-- --only 12mp,48mp-1920/ours`, `-- --memory`, `-- --strict`, `-- --save`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundlePage } from './harness/bundlePage.ts';
import { createBars } from './harness/createBars.ts';
import { describeMachine } from './harness/describeMachine.ts';
import { makePhotos } from './harness/makePhotos.ts';
import { openPage } from './harness/openPage.ts';
import { readOptions } from './harness/readOptions.ts';
import { saveResults } from './harness/saveResults.ts';
import { servePage } from './harness/servePage.ts';
import { collectMemory } from './prepare/collectMemory.ts';
import { collectResults } from './prepare/collectResults.ts';
import { formatMemory, formatResults } from './prepare/formatResults.ts';
import { measureSize } from './prepare/measureSize.ts';
import { setMemoryBars, setPrepareBars } from './prepare/setBars.ts';
import { bicLibraryPath } from './prepare/tasks.ts';

const options = readOptions({ rounds: 5 });
const photos = await makePhotos(['3mp', '12mp', '48mp']);
const library = readFileSync(createRequire(import.meta.url).resolve('browser-image-compression'), 'utf8');
const files = new Map(await bundlePage('tools/bench/prepare/page.ts'));
for (const { name, jpeg } of photos.values()) files.set(`/photos/${name}.jpg`, { body: jpeg, type: 'image/jpeg' });
files.set(bicLibraryPath, { body: library, type: 'text/javascript' });
const server = await servePage({ files });
const bars = createBars();
try {
  if (options.memory) {
    const memory = await collectMemory(server.address, options);
    console.log(`\n${formatMemory(memory)}\n`);
    setMemoryBars(bars, memory);
    saveResults('prepare-memory', { memory, bars: bars.list() }, options.save);
  } else {
    const size = await measureSize();
    const opened = await openPage({ address: server.address });
    try {
      const collected = await collectResults({ opened, server, photos, options });
      console.log(`\n${formatResults(collected, size)}\n`);
      setPrepareBars(bars, collected.results, size);
      saveResults(
        'prepare',
        { machine: describeMachine(opened.browser), rounds: options.rounds, size, ...collected, bars: bars.list() },
        options.save,
      );
    } finally {
      await opened.close();
    }
  }
} finally {
  await server.close();
}
console.log(bars.format());
if (options.strict && bars.list().some(({ passed }) => !passed)) process.exitCode = 1;
