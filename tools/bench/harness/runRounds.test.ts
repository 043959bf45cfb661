import { describe, expect, it } from 'vitest';
import { compareTimes } from './compareTimes.ts';
import { createBars } from './createBars.ts';
import { runRounds } from './runRounds.ts';
import { summarize } from './summarize.ts';

describe('runRounds', () => {
  it('runs every turn once a round, in changing orders, and keeps the first round apart', async () => {
    const log: string[] = [];
    const turns = ['a', 'b', 'c', 'd'].map((id) => ({ id, run: async () => log.push(id) }));
    const { cold, warm } = await runRounds({ turns, rounds: 5 });
    const orders = Array.from({ length: 6 }, (_, round) => log.slice(round * 4, round * 4 + 4));
    for (const order of orders) expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(3);
    expect(cold.get('a')).toBeLessThan(5);
    expect([...warm.values()].map((results) => results.length)).toEqual([5, 5, 5, 5]);
  });
});

describe('summarize', () => {
  it('gives the middle of an odd and the mean of the two middles of an even number of values', () => {
    expect(summarize([9, 1, 2])).toEqual({ median: 2, min: 1, max: 9 });
    expect(summarize([9, 1, 2, 4])).toEqual({ median: 3, min: 1, max: 9 });
    expect(() => summarize([])).toThrow(RangeError);
  });
});

describe('compareTimes', () => {
  it('divides the medians, and tells how much the rounds differ', () =>
    expect(compareTimes([100, 100, 100, 100, 200], [200, 300, 200, 200, 200])).toEqual({ median: 2, low: 2, high: 2 }));
});

describe('createBars', () => {
  it('ticks what reaches its bar, and crosses what misses it or was not measured', () => {
    const bars = createBars();
    bars.atLeast('speed', 2.2, 2.2);
    bars.atMost('gap', 17.25, 16, ' ms');
    bars.atLeast('nothing', Number.NaN, 1);
    bars.holds('upright', true);
    expect(bars.list().map(({ passed }) => passed)).toEqual([true, false, false, true]);
    expect(bars.format().split('\n')[1]).toBe('✗ gap: 17.3 ms (asked: at most 16 ms)');
  });
});
