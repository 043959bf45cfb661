import { describe, expect, it } from 'vitest';
import { readVitestReport } from './readVitestReport.ts';

const report = (...testResults: unknown[]): string => JSON.stringify({ testResults });
const file = (status: string, ...tests: [string, string][]): unknown => ({
  name: '/repo/a.test.ts',
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

describe('readVitestReport', () => {
  it('gives one outcome a test', () => {
    const json = report(file('failed', ['adds', 'passed'], ['divides', 'failed'], ['roots', 'skipped'], ['waits', 'todo']));
    expect(readVitestReport(json, '/repo')).toEqual([
      { name: 'a.test.ts > adds', status: 'passed' },
      { name: 'a.test.ts > divides', status: 'failed' },
      { name: 'a.test.ts > roots', status: 'skipped' },
      { name: 'a.test.ts > waits', status: 'skipped' },
    ]);
  });

  it('counts a file that cannot be loaded as a failure', () => {
    expect(readVitestReport(report(file('failed')), '/repo')).toEqual([
      { name: 'a.test.ts (the file itself, or one of its hooks)', status: 'failed' },
    ]);
  });

  it('counts a hook that throws after passing tests as a failure', () => {
    const statuses = readVitestReport(report(file('failed', ['adds', 'passed'])), '/repo').map(({ status }) => status);
    expect(statuses).toEqual(['passed', 'failed']);
  });
});
