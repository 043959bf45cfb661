import { describe, expect, it } from 'vitest';
import { toGuidePath } from './toGuidePath.ts';

const square = [
  { x: 0.25, y: 0.25 },
  { x: 0.75, y: 0.25 },
  { x: 0.75, y: 0.75 },
  { x: 0.25, y: 0.75 },
];

/** Every pair of numbers in a path. */
const numbers = (path: string) => [...path.matchAll(/-?\d*\.?\d+/g)].map(([text]) => Number(text));

describe('toGuidePath', () => {
  it('goes once round the four corners, in units of the box', () => {
    const path = toGuidePath('card', square, 2);
    const [, ...turns] = path.split('Q');
    expect(turns.map((turn) => numbers(turn).slice(0, 2))).toEqual([
      [0.5, 0.25],
      [1.5, 0.25],
      [1.5, 0.75],
      [0.5, 0.75],
    ]);
    expect(path.endsWith('Z')).toBe(true);
  });

  it.each([16 / 9, 4 / 3, 1, 9 / 16])('keeps the oval upright and inside of a box %s wide', (ratio) => {
    const [left = 0, middle, width = 0, height = 0] = numbers(toGuidePath('oval', square, ratio));
    expect(middle).toBe(0.5);
    expect(left).toBeGreaterThan(0);
    expect(left + width * 2).toBeLessThan(ratio);
    expect(height).toBeLessThan(0.5);
    expect(width / height).toBeCloseTo(0.75);
  });
});
