import type { Photo, PhotoName } from '../harness/makePhotos.ts';
import type { OpenPage } from '../harness/openPage.ts';
import type { BenchOptions } from '../harness/readOptions.ts';
import { runRounds } from '../harness/runRounds.ts';
import type { PageServer } from '../harness/servePage.ts';
import { watchCpu } from '../harness/watchCpu.ts';
import { type Summary, summarize } from '../harness/summarize.ts';
import { collectTurns } from './collectTurns.ts';
import { createJudge, type Verdict } from './createJudge.ts';
import { startSharp } from './startSharp.ts';
import type { ContestantId } from './tasks.ts';

/** What one contestant did at one task. */
export interface PrepareResult extends Verdict {
  readonly task: string;
  readonly contestant: ContestantId;
  readonly coldMs: number;
  /** Of every warm round, in their order. */
  readonly rounds: readonly number[];
  readonly ms: Summary;
  /** Processor time, on average, for it comes in steps of 10 ms; it tells more than `ms` on a busy machine. */
  readonly cpuMs?: number;
  /** Not there where no page was. */
  readonly longestGapMs?: Summary;
  readonly over50Ms?: Summary;
}

export interface PrepareResults {
  readonly results: readonly PrepareResult[];
  /** The longest gaps of the main thread while nothing ran: what of the others' gaps is the machine's own. */
  readonly idleGapMs: Summary;
}

export interface CollectOptions {
  readonly opened: OpenPage;
  readonly server: PageServer;
  readonly photos: ReadonlyMap<PhotoName, Photo>;
  readonly options: BenchOptions;
}

const idle = 'idle';

/** Runs all rounds in one page, then looks at what everyone made. */
export async function collectResults({ opened, server, photos, options }: CollectOptions): Promise<PrepareResults> {
  const { page, checkFaults } = opened;
  const sharp = startSharp();
  const outputs = new Map<string, Buffer>();
  try {
    const turns = collectTurns({ page, sharp, photos, takeCpu: await watchCpu(opened.browser), takeSent: server.takeSent }).filter(
      ({ id }) => options.isWanted(id),
    );
    for (const name of new Set(turns.map(({ task }) => task.photo))) await page.evaluate((photo) => window.loadPhoto(photo), name);
    await page.evaluate(() => window.holdWorker());
    const { cold, warm } = await runRounds({
      rounds: options.rounds,
      turns: [
        { id: idle, run: () => page.evaluate(() => window.idle()) },
        ...turns.map(({ id, run, takeOutput }) => ({
          id,
          run: async () => {
            const result = await run();
            if (!outputs.has(id)) outputs.set(id, await takeOutput());
            return result;
          },
        })),
      ],
      onRound: (round) => console.log(round === 0 ? 'Cold round…' : `Round ${round} of ${options.rounds}…`),
    });
    checkFaults();
    const { judge } = createJudge();
    const results: PrepareResult[] = [];
    for (const { id, task, contestant } of turns) {
      const [photo, output, first, runs] = [photos.get(task.photo), outputs.get(id), cold.get(id), warm.get(id)];
      if (!photo || !output || !first || !runs) throw new Error(`${id} left nothing.`);
      const rounds = runs.map(({ ms }) => ms);
      const cpu = runs.flatMap(({ cpuMs }) => cpuMs ?? []);
      const gaps = runs.flatMap(({ longestMs }) => longestMs ?? []);
      const over50 = runs.flatMap(({ over50Ms }) => over50Ms ?? []);
      results.push({
        task: task.id,
        contestant,
        coldMs: first.ms,
        rounds,
        ms: summarize(rounds),
        ...(cpu.length > 0 && { cpuMs: cpu.reduce((sum, each) => sum + each, 0) / cpu.length }),
        ...(gaps.length > 0 && { longestGapMs: summarize(gaps), over50Ms: summarize(over50) }),
        ...(await judge(photo, output)),
      });
    }
    return { results, idleGapMs: summarize(warm.get(idle)?.flatMap(({ longestMs }) => longestMs ?? []) ?? []) };
  } finally {
    sharp.close();
  }
}
