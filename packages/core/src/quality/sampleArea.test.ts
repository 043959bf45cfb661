import { describe, expect, it } from 'vitest';
import type { Quad } from './frameReport.ts';
import { sampleArea } from './sampleArea.ts';
import { drawPlanes } from './testing/drawPlanes.ts';

const ramp = (x: number, y: number) => x / 4 + y / 8;
const planes = drawPlanes({ widthPx: 640, heightPx: 480, luma: ramp });
const slanted: Quad = [
  { x: 100, y: 40 },
  { x: 580, y: 120 },
  { x: 540, y: 420 },
  { x: 60, y: 340 },
];

describe('sampleArea', () => {
  it('pulls the area straight: the corners of the samples are those of the document', () => {
    const { columns, rows, mean, inside } = sampleArea(planes, slanted);
    expect([columns, inside]).toEqual([96, 96 * rows]);
    expect(rows).toBeCloseTo((96 * Math.hypot(40, 300)) / Math.hypot(480, 80), -1);
    const corners = [mean[0], mean[columns - 1], mean.at(-1), mean[columns * (rows - 1)]];
    slanted.forEach(({ x, y }, index) => expect(Math.abs((corners[index] ?? -99) - ramp(x, y))).toBeLessThan(3));
  });

  it('keeps the darkest of a cell beside its mean', () => {
    const lines = drawPlanes({ widthPx: 960, heightPx: 640, luma: (x) => (x % 10 < 4 ? 0 : 200) });
    const { mean, darkest } = sampleArea(lines, [
      { x: 0, y: 0 },
      { x: 960, y: 0 },
      { x: 960, y: 640 },
      { x: 0, y: 640 },
    ]);
    expect(new Set(darkest)).toEqual(new Set([0]));
    expect(Math.max(...mean)).toBe(100);
  });

  it('gives the same levels in the range of video', () => {
    const limited = sampleArea(drawPlanes({ widthPx: 640, heightPx: 480, luma: ramp, range: 'limited' }), slanted).mean;
    const full = sampleArea(planes, slanted).mean;
    expect(Math.max(...full.map((level, cell) => Math.abs(level - (limited[cell] ?? 999))))).toBeLessThan(1.5);
  });

  it('marks cells outside of the frame, and survives areas of no size', () => {
    const { mean, inside, columns, rows } = sampleArea(planes, [
      { x: -320, y: 0 },
      { x: 320, y: 0 },
      { x: 320, y: 480 },
      { x: -320, y: 480 },
    ]);
    expect(inside).toBe((columns / 2) * rows);
    expect(mean[0]).toBe(-1);
    const point = { x: 5, y: 5 };
    expect(sampleArea(planes, [point, point, point, point]).inside).toBe(64);
  });
});
