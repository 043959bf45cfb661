import { openPage } from '../harness/openPage.ts';
import { type Summary, summarize } from '../harness/summarize.ts';
import { watchMemory } from '../harness/watchMemory.ts';
import type { ContestantId, Task } from './tasks.ts';

const runs = 3;
/** For a page that was just opened to come to rest. */
const restMs = 700;

/** How far one run in a fresh browser makes its resident memory grow, in MB, three times. */
export async function measureMemory(address: string, task: Task, contestant: Exclude<ContestantId, 'sharp'>): Promise<Summary> {
  const peaks: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, browser, checkFaults, close } = await openPage({ address });
    try {
      await page.evaluate((name) => window.loadPhoto(name), task.photo);
      await page.evaluate(() => window.settle());
      await page.waitForTimeout(restMs);
      const watch = await watchMemory(browser);
      await page.evaluate(([id, who]) => window.runContestant(id, who), [task.id, contestant] as const);
      peaks.push(watch.end());
      checkFaults();
    } finally {
      await close();
    }
  }
  return summarize(peaks);
}
