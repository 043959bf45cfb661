import { describe, expect, it } from 'vitest';
import { countFlags, type Flag } from './countFlags.ts';
import { createTargets } from './createTargets.ts';

const flag = (file: string, wanted: boolean, given: boolean): Flag => ({ file, wanted, given });

describe('countFlags', () => {
  it('counts hits, misses and false alarms', () => {
    const flags = [flag('a', true, true), flag('b', true, true), flag('c', true, false), flag('d', false, true), flag('e', false, false)];
    expect(countFlags(flags)).toEqual({ hits: 2, missed: ['c'], false: ['d'], total: 5, precision: 2 / 3, recall: 2 / 3 });
  });

  it('has no precision and no recall where nothing was wanted and nothing given', () => {
    expect(countFlags([flag('a', false, false)])).toMatchObject({ precision: Number.NaN, recall: Number.NaN });
  });
});

describe('createTargets', () => {
  it('marks what is met and what is missed, and remembers the latter', () => {
    const targets = createTargets();
    expect(targets.judge({ name: 'recall', measured: 0.9, atLeast: 0.8 })).toBe('0.900 ✓');
    expect(targets.judge({ name: 'false ones', measured: 0.2, atMost: 0.1 })).toBe('0.200 ✗');
    expect(targets.missed().map(({ name }) => name)).toEqual(['false ones']);
  });

  it('counts what cannot be measured as neither', () => {
    const targets = createTargets();
    expect(targets.judge({ name: 'recall', measured: Number.NaN, atLeast: 0.8 })).toBe('-');
    expect(targets.missed()).toEqual([]);
  });
});
