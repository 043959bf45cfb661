import { writeFileSync } from 'node:fs';
import type { Outcome } from './check/Outcome.ts';

/** The steps of one checking script: printed as they end, counted one by one by `npm test`. */
export interface Steps {
  /** Records a step that is decided already; `detail` is printed below it. */
  record: (name: string, passed: boolean, detail?: string) => void;
  /** Runs a step; it passes unless it throws. Gives what it gave, or `undefined` when it failed. */
  run: <Result>(name: string, step: () => Result | Promise<Result>) => Promise<Result | undefined>;
  /** Leaves the report for `npm test` (in the file that `STEPS_FILE` names) and sets the exit code. */
  finish: () => void;
}

/** Starts an empty list of steps. */
export function createSteps(): Steps {
  const outcomes: Outcome[] = [];
  const record: Steps['record'] = (name, passed, detail) => {
    outcomes.push({ name, status: passed ? 'passed' : 'failed' });
    console.log(`${passed ? '✓' : '✗'} ${name}`);
    if (detail) console.log(detail.trim().replaceAll(/^/gm, '    '));
  };
  return {
    record,
    run: async (name, step) => {
      try {
        const result = await step();
        record(name, true);
        return result;
      } catch (error) {
        record(name, false, error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
    finish: () => {
      const file = process.env['STEPS_FILE'];
      if (file) writeFileSync(file, JSON.stringify(outcomes));
      if (outcomes.some(({ status }) => status === 'failed')) process.exitCode = 1;
    },
  };
}
