import { relative } from 'node:path';
import type { Outcome } from './Outcome.ts';

/** The part of Vitest's JSON report that is read here (https://vitest.dev/guide/reporters#json-reporter). */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * One outcome for each test of a Vitest JSON report, and a failed one for each file that could not be loaded.
 *
 * `root` is what the files' names are made relative to.
 */
export function readVitestReport(json: string, root: string): readonly Outcome[] {
  const { testResults } = JSON.parse(json) as VitestReport;
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.map((test): Outcome => ({ name: `${file} > ${test.fullName}`, status: toStatus(test.status) }));
    const failsOnItsOwn = status === 'failed' && !tests.some((test) => test.status === 'failed');
    if (failsOnItsOwn) tests.push({ name: `${file} (the file itself, or one of its hooks)`, status: 'failed' });
    return tests;
  });
}

function toStatus(status: string): Outcome['status'] {
  if (status === 'passed') return 'passed';
  return status === 'failed' ? 'failed' : 'skipped';
}
