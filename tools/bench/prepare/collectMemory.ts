import type { BenchOptions } from '../harness/readOptions.ts';
import type { Summary } from '../harness/summarize.ts';
import { measureMemory } from './measureMemory.ts';
import { type ContestantId, tasks } from './tasks.ts';

/** How far one contestant's run made the browser's resident memory grow, in MB. */
export interface MemoryResult extends Summary {
  readonly task: string;
  readonly contestant: ContestantId;
}

const contestants = ['ours', 'bic', 'bic-worker', 'compressorjs', 'canvas', 'pica'] as const;

/** Measures memory at 12 and 48 MP to 1920 px, each contestant three times, in a fresh browser each time. */
export async function collectMemory(address: string, options: BenchOptions): Promise<readonly MemoryResult[]> {
  const results: MemoryResult[] = [];
  for (const task of tasks.filter(({ id }) => id === '12mp-1920' || id === '48mp-1920')) {
    for (const contestant of contestants.filter((id) => options.isWanted(`${task.id}/${id}`))) {
      console.log(`Memory of ${contestant} at ${task.title}…`);
      results.push({ task: task.id, contestant, ...(await measureMemory(address, task, contestant)) });
    }
  }
  return results;
}
