// One run of `npm run bench:polling` on a clock that is moved by hand; a process of its own, because it is bundled. Prints JSON.
import { openWorld } from '../../../tests/journey/openWorld.ts';
import { createPicture } from '../../../tests/journey/createPicture.ts';
import { createRandom } from '../harness/createRandom.ts';
import { countBusiest, type PollingRun } from './PollingRun.ts';

const [rounds = 200, seed = 1] = process.argv.slice(2).map(Number);
const tabs = 3;
const components = 5;
/** Verdicts come within this time, each at a moment of its own. */
const earliestMs = 2_000;
const latestMs = 25_000;

const random = createRandom(seed);
const between = (least: number, most: number): number => least + random() * (most - least);

async function measureOnce(): Promise<PollingRun> {
  const processingMs = between(earliestMs, latestMs);
  const world = await openWorld({ flowId: 'approved', processingMs, random, latencyMs: () => between(20, 80) });
  const { clock, sandbox } = world;
  try {
    const shownAtMs: number[] = [];
    const all = Array.from({ length: tabs }, world.openTab);
    for (const [index, { journey }] of all.entries()) {
      const { getState } = journey.step('0');
      for (let component = 0; component < components; component += 1) {
        journey.subscribe(() => {
          if (getState().status === 'accepted') shownAtMs[index] ??= clock.now();
        });
      }
    }
    // Not at the moment the tabs were opened at, and not at the same moment of their two seconds each time.
    await clock.advance(between(3_000, 5_000));
    const state = all[0]?.journey.step('0').getState();
    if (!state || !('submit' in state)) throw new Error('Nothing can be submitted.');
    state.submit([createPicture()]);
    await clock.advance(latestMs + 20_000);
    const [submission] = sandbox.submissions();
    if (!submission || shownAtMs.length !== tabs) throw new Error('A tab does not show the verdict.');
    const verdictAtMs = submission.receivedAtMs + processingMs;
    return {
      delaysMs: shownAtMs.map((atMs) => atMs - verdictAtMs),
      busiest: countBusiest(sandbox.calls('summary').map(({ atMs }) => atMs)),
    };
  } finally {
    world.close();
  }
}

const runs: PollingRun[] = [];
for (let round = 0; round < rounds; round += 1) runs.push(await measureOnce());
console.log(JSON.stringify(runs));
