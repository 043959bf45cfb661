import { describe, expect, it } from 'vitest';
import { findQuantile } from './findQuantile.ts';

const scattered = Float32Array.from({ length: 401 }, (_, index) => (index * 7919) % 257);

describe('findQuantile', () => {
  it.each([
    ['none', [], 0.5, undefined],
    ['one', [7], 0.75, 7],
    ['two', [9, 4], 0.5, 4],
    ['equal ones', [3, 3, 3, 3, 3], 0.5, 3],
    ['sorted ones', [1, 2, 3, 4, 5], 0.75, 4],
    ['those the other way round', [5, 4, 3, 2, 1], 0.75, 4],
    ['the least', [8, 6, 9], 0, 6],
    ['the greatest', [8, 6, 9], 1, 9],
  ])('takes it of %s', (_what, values, share, wanted) => {
    expect(findQuantile(Float32Array.from(values), share)).toBe(wanted);
  });

  it.each([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1])('finds of many, %f, what sorting finds, and leaves them as they are', (share) => {
    const values = scattered.slice();
    expect(findQuantile(values, share)).toBe(scattered.toSorted()[Math.floor(400 * share)]);
    expect(values).toEqual(scattered);
  });
});
