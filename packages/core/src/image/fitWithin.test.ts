import { describe, expect, it } from 'vitest';
import { fitWithin } from './fitWithin.ts';

describe('fitWithin', () => {
  it.each([
    { what: 'leaves a smaller picture as it is', source: [800, 600], maxEdgePx: 1920, size: [800, 600], scale: 1 },
    { what: 'leaves a picture at the limit as it is', source: [1920, 1080], maxEdgePx: 1920, size: [1920, 1080], scale: 1 },
    { what: 'scales landscape by its width', source: [4000, 3000], maxEdgePx: 2000, size: [2000, 1500], scale: 0.5 },
    { what: 'scales portrait by its height', source: [3000, 4000], maxEdgePx: 2000, size: [1500, 2000], scale: 0.5 },
    { what: 'rounds to whole pixels', source: [1000, 333], maxEdgePx: 500, size: [500, 167], scale: 0.5 },
    { what: 'keeps a side of one pixel', source: [10_000, 1], maxEdgePx: 100, size: [100, 1], scale: 0.01 },
    { what: 'keeps a single pixel', source: [1, 1], maxEdgePx: 100, size: [1, 1], scale: 1 },
    { what: 'obeys the area too', source: [4000, 4000], maxEdgePx: 4000, maxPixels: 1_000_000, size: [1000, 1000], scale: 0.25 },
  ])('$what', ({ source: [width = 0, height = 0], maxEdgePx, maxPixels, size, scale }) => {
    const fitted = fitWithin(width, height, maxEdgePx, maxPixels);
    expect([fitted.widthPx, fitted.heightPx]).toEqual(size);
    expect(fitted.scale).toBeCloseTo(scale, 10);
  });
});
