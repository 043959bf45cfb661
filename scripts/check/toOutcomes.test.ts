import { describe, expect, it } from 'vitest';
import type { Stage } from './Stage.ts';
import { toOutcomes } from './toOutcomes.ts';

const stage = (counts: Stage['counts']): Stage => ({ id: 'x', title: 'Stage', command: ['program'], counts });
const passed = JSON.stringify([{ name: 'a', status: 'passed' }]);
const failed = JSON.stringify([{ name: 'a', status: 'failed' }]);
const statuses = (counts: Stage['counts'], exitCode: number | null, report?: string): string[] =>
  toOutcomes(stage(counts), { exitCode, report }, '/').map(({ status }) => status);

describe('toOutcomes', () => {
  it('counts a tool once, by its exit code', () => {
    expect(statuses('tool', 0)).toEqual(['passed']);
    expect(statuses('tool', 2)).toEqual(['failed']);
    expect(statuses('tool', null)).toEqual(['failed']);
  });

  it('counts what a script reports', () => {
    expect(statuses('steps', 0, passed)).toEqual(['passed']);
    expect(statuses('steps', 1, failed)).toEqual(['failed']);
  });

  it('adds a failure when the program fails though all it reports passed', () => {
    expect(statuses('steps', 1, passed)).toEqual(['passed', 'failed']);
    expect(statuses('steps', null, passed)).toEqual(['passed', 'failed']);
    expect(statuses('vitest', 1, '{"testResults":[]}')).toEqual(['failed']);
  });

  it('is not content with a green run that checked nothing', () => {
    expect(statuses('steps', 0)).toEqual(['failed']);
    expect(statuses('steps', 0, '[]')).toEqual(['failed']);
    expect(statuses('vitest', 0, '{"testResults":[]}')).toEqual(['failed']);
  });

  it('counts a report cut short as a failure', () => {
    expect(statuses('vitest', 0, '{"testRes')).toEqual(['failed']);
  });
});
