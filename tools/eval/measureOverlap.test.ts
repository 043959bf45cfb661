import { describe, expect, it } from 'vitest';
import { clipToFrame, measureOverlap, type Polygon } from './measureOverlap.ts';

const square = (left: number, top: number, side = 10): Polygon => [
  [left, top],
  [left + side, top],
  [left + side, top + side],
  [left, top + side],
];
const diamond: Polygon = [
  [5, -5],
  [15, 5],
  [5, 15],
  [-5, 5],
];

describe('measureOverlap', () => {
  it.each([
    ['itself', square(0, 0), 1],
    ['itself, corners named the other way round', square(0, 0).toReversed(), 1],
    ['itself, from another corner', [...square(0, 0).slice(2), ...square(0, 0).slice(0, 2)], 1],
    ['one beside it', square(20, 0), 0],
    ['one that touches it', square(10, 0), 0],
    ['one shifted by half', square(5, 0), 1 / 3],
    ['one inside of it', square(2, 2, 5), 0.25],
    ['a diamond around it', diamond, 0.5],
  ] as const)('compares a square with %s', (_, other, overlap) => {
    expect(measureOverlap(square(0, 0), other)).toBeCloseTo(overlap, 9);
    expect(measureOverlap(other, square(0, 0))).toBeCloseTo(overlap, 9);
  });

  it('gives 0 for polygons of no area', () => {
    expect(measureOverlap(square(0, 0, 0), square(0, 0, 0))).toBe(0);
    expect(measureOverlap([], square(0, 0))).toBe(0);
  });
});

describe('clipToFrame', () => {
  it('keeps what is seen', () => {
    expect(measureOverlap(clipToFrame(square(-5, -5), 100, 80), square(0, 0, 5))).toBeCloseTo(1, 9);
    expect(clipToFrame(square(200, 0), 100, 80)).toEqual([]);
  });
});
