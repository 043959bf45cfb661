// How soon a verdict is on the screen, and how often the API is asked, with five components and three tabs on one journey:
// `npm run bench:polling`, with `-- --rounds N`, `-- --strict`, `-- --save`, and `-- --real` for a Chromium and real sockets as well.
import { createBars } from './harness/createBars.ts';
import { formatTable } from './harness/formatTable.ts';
import { readOptions } from './harness/readOptions.ts';
import { saveResults } from './harness/saveResults.ts';
import { measureReal } from './polling/measureReal.ts';
import { measureVirtual } from './polling/measureVirtual.ts';
import type { PollingRun } from './polling/PollingRun.ts';
import { summarizeDelays } from './polling/summarizeDelays.ts';

/** The best that a rule of two seconds allows is 1 s and the way there. */
const maxMeanMs = 1_300;
const realRounds = 60;

const isReal = process.argv.includes('--real');
process.argv = process.argv.filter((word) => word !== '--real');
const options = readOptions({ rounds: 200 });
const runs = await measureVirtual(options.rounds);
const real = isReal ? await measureReal(realRounds) : null;

const head = ['from the verdict to the screen, ms', 'mean', 'median', '95 %', 'longest', 'most calls in 2 s'];
const toDelays = (some: readonly PollingRun[]) => summarizeDelays(some.flatMap(({ delaysMs }) => delaysMs));
const toBusiest = (some: readonly PollingRun[]): number => Math.max(...some.map(({ busiest }) => busiest));
const toResult = (some: readonly PollingRun[]) => ({
  ...toDelays(some),
  busiest: toBusiest(some),
  delaysMs: some.map(({ delaysMs }) => delaysMs),
});
const toRow = (name: string, some: readonly PollingRun[]): readonly string[] => {
  const { meanMs, medianMs, p95Ms, longestMs } = toDelays(some);
  return [name, ...[meanMs, medianMs, p95Ms, longestMs].map((ms) => ms.toFixed(0)), String(toBusiest(some))];
};
const ofTab = (tab: number): readonly PollingRun[] =>
  runs.map(({ delaysMs, busiest }) => ({ delaysMs: delaysMs.slice(tab, tab + 1), busiest }));
const rows = [
  toRow(`${options.rounds} verdicts, all tabs`, runs),
  toRow('the tab that submitted', ofTab(0)),
  toRow('another tab', ofTab(1)),
  ...(real ? [toRow(`${realRounds} verdicts in Chromium, all tabs`, real.runs)] : []),
];
console.log(`\n${formatTable(head, rows)}\n`);
const bars = createBars();
bars.atMost('mean delay', toDelays(runs).meanMs, maxMeanMs, ' ms');
bars.atMost('summary calls at the API within two seconds', toBusiest(runs), 1, '');
if (real) {
  bars.atMost('mean delay in Chromium', toDelays(real.runs).meanMs, maxMeanMs, ' ms');
  bars.atMost('summary calls of Chromium within two seconds', toBusiest(real.runs), 1, '');
}
saveResults(
  'polling',
  { rounds: options.rounds, bars: bars.list(), virtual: toResult(runs), real: real && { machine: real.machine, ...toResult(real.runs) } },
  options.save,
);
console.log(bars.format());
if (options.strict && bars.list().some(({ passed }) => !passed)) process.exitCode = 1;
