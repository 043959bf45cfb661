import { describe, expect, it } from 'vitest';
import { findDocument } from './findDocument.ts';
import type { LumaGrid } from './sampleGrid.ts';

function drawGrid(widthPx: number, heightPx: number, paint: (x: number, y: number) => number): LumaGrid {
  const luma = new Float32Array(widthPx * heightPx);
  for (let index = 0; index < luma.length; index += 1) luma[index] = paint(index % widthPx, Math.floor(index / widthPx));
  return { widthPx, heightPx, luma, frameWidthPx: widthPx * 4, frameHeightPx: heightPx * 4 };
}

describe('findDocument', () => {
  it('finds a bright sheet on a dark table to a pixel of the frame', () => {
    const grid = drawGrid(320, 180, (x, y) => (x >= 80 && x < 240 && y >= 40 && y < 140 ? 220 : 40));
    const found = findDocument(grid);
    const corners = found?.quad.flatMap(({ x, y }) => [x, y]) ?? [];
    [320, 160, 960, 160, 960, 560, 320, 560].forEach((expected, index) =>
      expect(Math.abs((corners[index] ?? 0) - expected)).toBeLessThan(4),
    );
    expect(found?.isCutOff).toBe(false);
  });

  it('finds nothing in a frame of one colour', () => {
    expect(findDocument(drawGrid(320, 180, () => 128))).toBeNull();
  });
});
