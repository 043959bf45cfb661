import type { Page } from 'playwright';
import type { Photo, PhotoName } from '../harness/makePhotos.ts';
import type { CpuWatch } from '../harness/watchCpu.ts';
import type { Turn } from '../harness/runRounds.ts';
import type { PrepareRun } from './PrepareRun.ts';
import type { SharpRunner } from './startSharp.ts';
import { type ContestantId, quality, type Task, tasks } from './tasks.ts';

/** One contestant at one task, and where to find what it made. */
export interface PrepareTurn extends Turn<PrepareRun> {
  readonly task: Task;
  readonly contestant: ContestantId;
  /** What the last run made. */
  readonly takeOutput: () => Promise<Buffer>;
}

export interface TurnPlaces {
  readonly page: Page;
  readonly takeCpu: CpuWatch | undefined;
  readonly sharp: SharpRunner;
  readonly photos: ReadonlyMap<PhotoName, Photo>;
  readonly takeSent: (name: string) => Buffer;
}

const everyone: readonly ContestantId[] = ['bic', 'bic-worker', 'compressorjs', 'canvas', 'pica', 'sharp'];

/** Every contestant at every task it takes part in. */
export function collectTurns({ page, takeCpu, sharp, photos, takeSent }: TurnPlaces): readonly PrepareTurn[] {
  return tasks.flatMap((task) =>
    (['ours', ...(task.against ?? everyone)] as const).map((contestant): PrepareTurn => {
      const id = `${task.id}/${contestant}`;
      if (contestant !== 'sharp') {
        return {
          id,
          task,
          contestant,
          run: async () => {
            await page.evaluate(() => window.settle());
            takeCpu?.();
            const run = await page.evaluate(([taskId, who]) => window.runContestant(taskId, who), [task.id, contestant] as const);
            return { ...run, cpuMs: takeCpu?.() };
          },
          takeOutput: async () => {
            await page.evaluate((name) => window.sendOutput(name), id);
            return takeSent(id);
          },
        };
      }
      let last: Uint8Array = new Uint8Array();
      return {
        id,
        task,
        contestant,
        run: async () => {
          const jpeg = photos.get(task.photo)?.jpeg;
          if (!jpeg) throw new Error(`The photo ${task.photo} was not made.`);
          const { output, ...times } = await sharp.run({ jpeg, maxEdgePx: task.maxEdgePx, quality });
          last = output;
          return { ...times, bytes: output.length };
        },
        takeOutput: async () => Buffer.from(last),
      };
    }),
  );
}
