import type { Stage } from './Stage.ts';

/** How a stage went, as far as the ones that need it are concerned. */
export interface StageResult {
  readonly stage: Stage;
  readonly passed: boolean;
}

/** What the scheduler calls for each stage. */
export interface StageRunner<Result extends StageResult> {
  run: (stage: Stage) => Promise<Result>;
  /** A stage that is not run, because the one it needs failed. */
  skip: (stage: Stage, failedNeed: string) => Result;
}

/**
 * Runs stages in their order, up to two side by side; one that wants to be alone waits for the others and holds back
 * the rest. Every stage runs, whatever the others did, but for those that need a failed one.
 */
export async function runStages<Result extends StageResult>(
  stages: readonly Stage[],
  { run, skip }: StageRunner<Result>,
): Promise<readonly Result[]> {
  const results = new Map<string, Result>();
  const running = new Map<string, Promise<void>>();
  for (const stage of stages) {
    const needs = stage.needs ?? [];
    const room = stage.alone ? 1 : 2;
    const mustWait = (): boolean => running.size >= room || needs.some((id) => running.has(id));
    while (mustWait()) await Promise.race(running.values());
    const failedNeed = needs.find((id) => results.get(id)?.passed === false);
    if (failedNeed !== undefined) {
      results.set(stage.id, skip(stage, failedNeed));
      continue;
    }
    const ended = run(stage).then((result) => {
      results.set(stage.id, result);
      running.delete(stage.id);
    });
    running.set(stage.id, ended);
    if (stage.alone) await ended;
  }
  await Promise.all(running.values());
  return stages.flatMap(({ id }) => results.get(id) ?? []);
}
