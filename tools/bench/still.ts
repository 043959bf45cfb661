// What it takes to take a picture of a 4K video, ours beside react-webcam and a canvas: `npm run bench:still`, with `-- --rounds N`,
// `-- --only ours`, `-- --strict`, `-- --save`.
import { makeFilm } from './frames/makeFilm.ts';
import { measureLoad } from './frames/measureLoad.ts';
import { bundlePage } from './harness/bundlePage.ts';
import { compareTimes } from './harness/compareTimes.ts';
import { createBars } from './harness/createBars.ts';
import { describeMachine } from './harness/describeMachine.ts';
import { formatTable } from './harness/formatTable.ts';
import { openPage } from './harness/openPage.ts';
import { readOptions } from './harness/readOptions.ts';
import { runRounds } from './harness/runRounds.ts';
import { saveResults } from './harness/saveResults.ts';
import { servePage } from './harness/servePage.ts';
import { summarize } from './harness/summarize.ts';
import type { TakerName } from './still/takers.ts';

const size = { widthPx: 3840, heightPx: 2160 };
const maxGapMs = 16;
const titles: Readonly<Record<TakerName, string>> = {
  nothing: 'nothing, the video alone',
  ours: 'ours: grabFrame, prepareImage to the default limits',
  'ours-full': 'ours: the same, at full size and q 0.92',
  webcam: 'react-webcam getScreenshot, source size, a data URL',
  'webcam-blob': 'the same, made a Blob',
  canvas: 'canvas drawImage + toBlob',
};
const names: readonly TakerName[] = ['nothing', 'ours', 'ours-full', 'webcam', 'webcam-blob', 'canvas'];

const options = readOptions({ rounds: 7 });
const film = await makeFilm({ ...size, photo: 'tricky/sony_24mp_gps.jpg' });
const server = await servePage({ files: await bundlePage('tools/bench/still/page.ts') });
const opened = await openPage({ address: server.address, args: [`--use-file-for-fake-video-capture=${film}`] });
try {
  await opened.page.evaluate(({ widthPx, heightPx }) => window.openCamera(widthPx, heightPx), size);
  const { page } = opened;
  const load = await measureLoad(page);
  const { cold, warm } = await runRounds({
    rounds: options.rounds,
    turns: names.filter(options.isWanted).map((name) => ({
      id: name,
      run: async () => {
        const run = await load(() => page.evaluate((taker) => window.runTaker(taker), name));
        return { ...run, ...(await page.evaluate(() => window.measureTaken())) };
      },
    })),
  });
  opened.checkFaults();
  const results = [...warm].map(([name, runs]) => ({
    name,
    coldMs: cold.get(name)?.ms ?? Number.NaN,
    rounds: runs.map(({ ms }) => ms),
    ms: summarize(runs.map(({ ms }) => ms)),
    syncMs: summarize(runs.map(({ syncMs }) => syncMs)),
    longestGapMs: summarize(runs.map(({ longestMs }) => longestMs)),
    cpuMs: summarize(runs.map(({ cpuMs }) => cpuMs)),
    kilobytes: runs.at(-1)?.kilobytes ?? 0,
    side: `${runs.at(-1)?.widthPx} x ${runs.at(-1)?.heightPx}`,
  }));
  const find = (wanted: TakerName) => results.find(({ name }) => name === wanted);
  const full = find('ours-full');
  const head = ['a still of 3840x2160', 'ms', 'x ours at full size', 'sync ms', 'gap ms', 'CPU ms of the main thread', 'kB', 'picture'];
  const rows = results.map(({ name, rounds, ms, syncMs, longestGapMs, cpuMs, kilobytes, side }) => [
    titles[name as TakerName],
    `${ms.median.toFixed(0)} (${ms.min.toFixed(0)}-${ms.max.toFixed(0)})`,
    full ? compareTimes(full.rounds, rounds).median.toFixed(2) : '-',
    syncMs.median.toFixed(1),
    `${longestGapMs.median.toFixed(1)} (${longestGapMs.min.toFixed(1)}-${longestGapMs.max.toFixed(1)})`,
    cpuMs.median.toFixed(0),
    kilobytes.toFixed(0),
    side,
  ]);
  console.log(`\n${formatTable(head, rows)}\n`);
  const bars = createBars();
  for (const name of ['ours', 'ours-full'] as const) {
    const result = find(name);
    if (result) bars.atMost(`main-thread gap of a still at 4K, ${name}`, result.longestGapMs.median, maxGapMs, ' ms');
  }
  const machine = describeMachine(opened.browser);
  saveResults('still', { machine, rounds: options.rounds, ...size, results, bars: bars.list() }, options.save);
  console.log(bars.format());
  if (options.strict && bars.list().some(({ passed }) => !passed)) process.exitCode = 1;
} finally {
  await opened.close();
  await server.close();
}
