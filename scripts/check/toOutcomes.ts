import type { Outcome } from './Outcome.ts';
import { readVitestReport } from './readVitestReport.ts';
import type { Stage } from './Stage.ts';

/** What a stage's program left behind when it ended. */
export interface StageRun {
  /** The exit code; `null` when a signal or the time limit ended it. */
  readonly exitCode: number | null;
  /** The text of its report file; `undefined` when it wrote none. */
  readonly report: string | undefined;
}

/**
 * The outcomes of a stage. The exit code has the last word: a program that fails without a failed outcome to show
 * for it (a crash, an unhandled error) adds one, and so does a green run that checked nothing.
 */
export function toOutcomes(stage: Stage, run: StageRun, root: string): readonly Outcome[] {
  const passed = run.exitCode === 0;
  if (stage.counts === 'tool') return [{ name: stage.title, status: passed ? 'passed' : 'failed' }];
  const reported = run.report === undefined ? [] : readReport(stage, run.report, root);
  if (!passed && !reported.some(({ status }) => status === 'failed')) {
    const how = run.exitCode === null ? 'was stopped before its end' : `ended with exit code ${run.exitCode}`;
    return [...reported, { name: `${stage.title}: ${stage.command[0]} ${how}`, status: 'failed' }];
  }
  if (reported.length === 0) return [{ name: `${stage.title}: nothing was checked`, status: 'failed' }];
  return reported;
}

function readReport(stage: Stage, report: string, root: string): readonly Outcome[] {
  try {
    return stage.counts === 'vitest' ? readVitestReport(report, root) : (JSON.parse(report) as readonly Outcome[]);
  } catch {
    return [{ name: `${stage.title}: its report could not be read`, status: 'failed' }];
  }
}
