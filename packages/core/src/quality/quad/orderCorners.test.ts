import { describe, expect, it } from 'vitest';
import type { Point } from '../frameReport.ts';
import { orderCorners } from './orderCorners.ts';

describe('orderCorners', () => {
  const [topLeft, topRight, bottomRight, bottomLeft] = [
    { x: 10, y: 12 },
    { x: 90, y: 5 },
    { x: 95, y: 60 },
    { x: 8, y: 70 },
  ] as [Point, Point, Point, Point];

  it.each([
    ['as they are', [topLeft, topRight, bottomRight, bottomLeft]],
    ['from another corner on', [bottomRight, bottomLeft, topLeft, topRight]],
    ['the other way around', [topRight, topLeft, bottomLeft, bottomRight]],
  ] as const)('gives corners %s clockwise from the top left', (_, corners) => {
    expect(orderCorners(corners)).toEqual([topLeft, topRight, bottomRight, bottomLeft]);
  });
});
