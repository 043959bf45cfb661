// What it takes to look at live frames at 1080p, ours beside the usual ways: `npm run bench:frames`, with `-- --rounds N`,
// `-- --only ours`, `-- --strict`, `-- --save`.
import { formatFrames } from './frames/formatFrames.ts';
import { makeFilm } from './frames/makeFilm.ts';
import { measureLoad } from './frames/measureLoad.ts';
import { holdThrottled } from './frames/holdThrottled.ts';
import { runWatcher } from './frames/runWatcher.ts';
import type { FrameRun } from './frames/page.ts';
import type { WatcherName } from './frames/watchers.ts';
import { watchThread } from './frames/watchThread.ts';
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
const names: readonly WatcherName[] = ['nothing', 'callback', 'ours', 'ours-callback', 'canvas-small', 'canvas-full', 'bitmap'];
/** Long, because asking the page to begin and to end is work for its main thread, too. */
const turn = { maxFps: 15, repeats: 1, durationMs: 5_000 };

const options = readOptions({ rounds: 5 });
const film = await makeFilm({ ...size, photo: 'doc/comp_05_grey_ok.jpg', turnDegrees: 90 });
const server = await servePage({ files: await bundlePage('tools/bench/frames/page.ts') });
const opened = await openPage({ address: server.address, args: [`--use-file-for-fake-video-capture=${film}`] });
try {
  const { page } = opened;
  await page.evaluate(({ widthPx, heightPx }) => window.openCamera(widthPx, heightPx), size);
  const load = await measureLoad(page);
  const readWorkers = await watchThread(opened.browser, 'DedicatedWorker');
  const measure = async (run: () => Promise<FrameRun>) => {
    const before = readWorkers?.() ?? Number.NaN;
    const result = await load(run);
    return { ...result, workerCpuMs: (readWorkers?.() ?? Number.NaN) - before };
  };
  const { warm } = await runRounds({
    rounds: options.rounds,
    turns: names.filter(options.isWanted).map((name) => ({
      id: name,
      run: () => runWatcher(page, { ...turn, name, measure }),
    })),
    onRound: (round) => console.log(round === 0 ? 'Cold round…' : `Round ${round} of ${options.rounds}…`),
  });
  const results = [...warm].map(([name, runs]) => ({
    name,
    fps: summarize(runs.map(({ fps }) => fps)),
    mainMs: summarize(runs.map(({ cpuMs, frames }) => cpuMs / frames)),
    workMs: runs.some(({ workMs }) => workMs.length > 0) ? summarize(runs.flatMap(({ workMs }) => workMs)) : undefined,
    workerMs: summarize(runs.map(({ workerCpuMs, frames }) => workerCpuMs / frames)),
  }));
  const ours = results.find(({ name }) => name === 'ours');
  const throttled = ours && (await holdThrottled(page, options.rounds));
  opened.checkFaults();
  console.log(`\n${formatFrames(results, throttled)}\n`);
  const bars = createBars();
  if (ours && throttled) {
    bars.atMost("main thread for a frame at 1080p, the browser's own work for the video included", ours.mainMs.median, maxMainMs, ' ms');
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
