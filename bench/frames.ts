// What it takes to look at live frames at 1080p, ours beside the usual ways: `npm run bench:frames`, with `-- --rounds N`,
// `-- --only ours`, `-- --strict`, `-- --save`.
import { formatFrames } from './frames/formatFrames.ts';
import { makeFilm } from './frames/makeFilm.ts';
import { measureLoad } from './frames/measureLoad.ts';
import { holdThrottled } from './frames/holdThrottled.ts';
import type { WatcherName } from './frames/watchers.ts';
import { bundlePage } from './harness/bundlePage.ts';
import { createBars } from './harness/createBars.ts';
import { describeMachine } from './harness/describeMachine.ts';
import { openPage } from './harness/openPage.ts';
import { readOptions } from './harness/readOptions.ts';
import { runRounds } from './harness/runRounds.ts';
import { saveResults } from './harness/saveResults.ts';
import { servePage } from './harness/servePage.ts';
import { summarize } from './harness/summarize.ts';

const size = { widthPx: 1920, heightPx: 1080 };
const maxMainMs = 0.5;
const maxWorkMs = 4;
const minFps = 15;
const names: readonly WatcherName[] = ['nothing', 'ours', 'canvas-small', 'canvas-full', 'bitmap'];
const turn = { durationMs: 2_000, maxFps: 15, repeats: 1 };

const options = readOptions({ rounds: 5 });
const film = await makeFilm({ ...size, photo: 'doc/comp_05_grey_ok.jpg', turnDegrees: 90 });
const server = await servePage({ files: await bundlePage('bench/frames/page.ts') });
const opened = await openPage({ address: server.address, args: [`--use-file-for-fake-video-capture=${film}`] });
try {
  const { page } = opened;
  await page.evaluate(({ widthPx, heightPx }) => window.openCamera(widthPx, heightPx), size);
  const load = await measureLoad(page);
  const { warm } = await runRounds({
    rounds: options.rounds,
    turns: names.filter(options.isWanted).map((name) => ({
      id: name,
      run: () => load(() => page.evaluate((run) => window.runWatcher(run), { ...turn, name })),
    })),
    onRound: (round) => console.log(round === 0 ? 'Cold round…' : `Round ${round} of ${options.rounds}…`),
  });
  const results = [...warm].map(([name, runs]) => ({
    name,
    fps: summarize(runs.map(({ fps }) => fps)),
    mainMs: summarize(runs.map(({ mainMs }) => mainMs)),
    load: summarize(runs.map((run) => run.load)),
    workMs: runs.some(({ workMs }) => workMs.length > 0) ? summarize(runs.flatMap(({ workMs }) => workMs)) : undefined,
  }));
  const ours = results.find(({ name }) => name === 'ours');
  const throttled = ours && (await holdThrottled(page, options.rounds));
  opened.checkFaults();
  console.log(`\n${formatFrames(results, throttled)}\n`);
  const bars = createBars();
  if (ours && throttled) {
    bars.atMost('main thread for a frame at 1080p', ours.mainMs.median, maxMainMs, ' ms');
    bars.atMost('worker for a frame at 1080p, all checks and the document', ours.workMs?.median ?? Number.NaN, maxWorkMs, ' ms');
    bars.atLeast('frames a second, main thread slowed 5x by DevTools', throttled.page.fps.median, minFps, '');
    bars.atLeast('frames a second, main thread slowed 5x and the worker doing all of it 5 times', throttled.both.fps.median, minFps, '');
  }
  const machine = describeMachine(opened.browser);
  saveResults('frames', { machine, rounds: options.rounds, ...size, results, throttled, bars: bars.list() }, options.save);
  console.log(bars.format());
  if (options.strict && bars.list().some(({ passed }) => !passed)) process.exitCode = 1;
} finally {
  await opened.close();
  await server.close();
}
