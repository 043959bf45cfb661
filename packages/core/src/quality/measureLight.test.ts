import { describe, expect, it } from 'vitest';
import type { Quad } from './frameReport.ts';
import { measureLight } from './measureLight.ts';
import { sampleArea } from './sampleArea.ts';
import { drawPlanes, type DrawPlanesOptions } from './testing/drawPlanes.ts';

const size = { widthPx: 400, heightPx: 300 };
const whole: Quad = [
  { x: 0, y: 0 },
  { x: 400, y: 0 },
  { x: 400, y: 300 },
  { x: 0, y: 300 },
];

const measure = (luma: DrawPlanesOptions['luma'], quad = whole, range: DrawPlanesOptions['range'] = 'full', share = 0.25) =>
  measureLight(sampleArea(drawPlanes({ ...size, luma, range }), quad), share);

describe('measureLight', () => {
  it.each([0, 40, 128, 230, 255])('gives an even %i as what it is, in either range', (level) => {
    expect(measure(() => level).light).toBeCloseTo(level / 255, 5);
    expect(measure(() => level, whole, 'limited').light).toBeCloseTo(level / 255, 2);
  });

  it('goes by the lighter quarter, so that dark print and a dark cover with a light emblem do not count as darkness', () => {
    expect(measure((x) => (x < 280 ? 10 : 200)).light).toBeCloseTo(200 / 255, 2);
    expect(measure((x) => (x < 280 ? 10 : 200), whole, 'full', 1).light).toBeCloseTo((0.7 * 10 + 0.3 * 200) / 255, 2);
  });

  it('measures the share that is burnt out', () => {
    expect(measure((x) => (x < 100 ? 255 : 120)).clipped).toBeCloseTo(0.25, 2);
    expect(measure(() => 245).clipped).toBe(0);
  });

  it('looks at the area only, and at what the frame shows of it', () => {
    const half: Quad = [
      { x: -200, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 300 },
      { x: -200, y: 300 },
    ];
    expect(measure((x) => (x < 200 ? 60 : 250), half)).toEqual({ light: 60 / 255, clipped: 0 });
  });

  it('gives 0 for an area outside of the frame', () => {
    const outside: Quad = [
      { x: 500, y: 0 },
      { x: 600, y: 0 },
      { x: 600, y: 100 },
      { x: 500, y: 100 },
    ];
    expect(measure(() => 200, outside)).toEqual({ light: 0, clipped: 0 });
  });
});
