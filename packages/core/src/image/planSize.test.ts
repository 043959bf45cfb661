import { describe, expect, it } from 'vitest';
import { planSize } from './planSize.ts';

const plan = (width: number, height: number, maxEdgePx: number, maxPixels = 16_777_216) => {
  const { widthPx, heightPx, eighths } = planSize(width, height, maxEdgePx, maxPixels);
  return [widthPx, heightPx, eighths];
};

describe('planSize', () => {
  it.each([
    { what: 'leaves what is inside the limit', of: [2048, 1536], maxEdgePx: 2048, planned: [2048, 1536, undefined] },
    { what: 'takes half of 12 MP under 2048', of: [4032, 3024], maxEdgePx: 2048, planned: [2016, 1512, 4] },
    { what: 'takes half of it standing', of: [3024, 4032], maxEdgePx: 2048, planned: [1512, 2016, 4] },
    { what: 'takes half of 4000 exactly at the limit', of: [4000, 3000], maxEdgePx: 2000, planned: [2000, 1500, 4] },
    { what: 'takes a quarter of 48 MP', of: [8064, 6048], maxEdgePx: 2048, planned: [2016, 1512, 2] },
    { what: 'takes an eighth of more', of: [16_000, 7500], maxEdgePx: 2048, planned: [2000, 938, 1] },
    { what: 'rounds up as the decoder does', of: [4031, 3021], maxEdgePx: 2048, planned: [2016, 1511, 4] },
    { what: 'decodes half to make 1920 of 4032', of: [4032, 3024], maxEdgePx: 1920, planned: [1920, 1440, 4] },
    { what: 'decodes a quarter to make 1920 of 8064', of: [8064, 6048], maxEdgePx: 1920, planned: [1920, 1440, 2] },
    { what: 'decodes all to make more than half', of: [4032, 3024], maxEdgePx: 2500, planned: [2500, 1875, undefined] },
    { what: 'does not give up a tenth of the limit', of: [3264, 2448], maxEdgePx: 2048, planned: [2048, 1536, undefined] },
    { what: 'never goes over the limit by a pixel', of: [4097, 3000], maxEdgePx: 2048, planned: [2048, 1500, 4] },
  ])('$what', ({ of: [width = 0, height = 0], maxEdgePx, planned }) => {
    expect(plan(width, height, maxEdgePx)).toEqual(planned);
  });

  it('obeys the area too', () => {
    expect(plan(8000, 6000, 8000, 12_000_000)).toEqual([4000, 3000, 4]);
  });

  it('says by how much', () => {
    expect(planSize(4032, 3024, 2048, Infinity).scale).toBe(0.5);
    expect(planSize(4032, 3024, 1920, Infinity).scale).toBeCloseTo(1920 / 4032, 10);
  });
});
