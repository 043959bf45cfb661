// What it takes to send a picture of 2 MiB to this machine itself, ours beside other ways: `npm run bench:upload`, with
// `-- --rounds N`, `-- --only multipart`, `-- --strict`, `-- --save`.
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
import { senderNames } from './upload/contestants.ts';
import { createReceiver } from './upload/createReceiver.ts';

const pictureBytes = 2 * 2 ** 20;
const maxGapMs = 8;
/** Room for the other fields and the headers. */
const maxShare = 1.01;
const [ours] = senderNames;

const options = readOptions({ rounds: 15 });
const receiver = createReceiver();
const server = await servePage({ files: await bundlePage('tools/bench/upload/page.ts'), answer: receiver.answer });
const opened = await openPage({ address: server.address });
try {
  const { cold, warm } = await runRounds({
    rounds: options.rounds,
    turns: senderNames.filter(options.isWanted).map((id) => ({
      id,
      run: async () => {
        const run = await opened.page.evaluate(([name, bytes]) => window.runSender(name, bytes), [id, pictureBytes] as const);
        return { ...run, ...receiver.last() };
      },
    })),
  });
  opened.checkFaults();
  const results = [...warm].map(([name, runs]) => ({
    name,
    coldMs: cold.get(name)?.ms ?? Number.NaN,
    rounds: runs.map(({ ms }) => ms),
    ms: summarize(runs.map(({ ms }) => ms)),
    longestGapMs: summarize(runs.map(({ longestMs }) => longestMs)),
    wireBytes: runs.at(-1)?.wireBytes ?? 0,
    decodeMs: summarize(runs.map(({ decodeMs }) => decodeMs)),
  }));
  const best = results.find(({ name }) => name === ours);
  const head = ['2 MiB to this machine itself', 'ms', 'min-max', 'x ours', 'bytes on the wire', 'x picture', 'gap ms', 'server decode ms'];
  const rows = results.map(({ name, rounds, ms, longestGapMs, wireBytes, decodeMs }) => [
    name,
    ms.median.toFixed(1),
    `${ms.min.toFixed(1)}-${ms.max.toFixed(1)}`,
    best ? compareTimes(best.rounds, rounds).median.toFixed(1) : '-',
    wireBytes.toLocaleString('en'),
    (wireBytes / pictureBytes).toFixed(3),
    longestGapMs.median.toFixed(1),
    decodeMs.median.toFixed(1),
  ]);
  console.log(`\n${formatTable(head, rows)}\n`);
  const bars = createBars();
  if (best) {
    bars.atMost('main-thread gap of an upload', best.longestGapMs.median, maxGapMs, ' ms');
    bars.atMost('bytes on the wire, of those of the picture', best.wireBytes / pictureBytes, maxShare);
  }
  saveResults(
    'upload',
    { machine: describeMachine(opened.browser), rounds: options.rounds, pictureBytes, results, bars: bars.list() },
    options.save,
  );
  console.log(bars.format());
  if (options.strict && bars.list().some(({ passed }) => !passed)) process.exitCode = 1;
} finally {
  await opened.close();
  await server.close();
}
