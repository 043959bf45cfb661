import { describe, expect, it } from 'vitest';
import type { FramePlanes } from '../../frame/framePlanes.ts';
import { sampleGrid } from './sampleGrid.ts';

/** Planes whose rows are longer than the picture, with 255 where nothing may be read. */
function createPlanes(widthPx: number, heightPx: number, paint: (x: number, y: number) => number): FramePlanes {
  const stride = widthPx + 5;
  const luma = new Uint8Array(stride * heightPx).fill(255);
  for (let y = 0; y < heightPx; y += 1) for (let x = 0; x < widthPx; x += 1) luma[y * stride + x] = paint(x, y);
  return { widthPx, heightPx, luma, stride, range: 'full', frameWidthPx: widthPx, frameHeightPx: heightPx };
}

describe('sampleGrid', () => {
  it.each([
    [1920, 1080, 320, 180],
    [1080, 1920, 180, 320],
    [641, 479, 320, 239],
    [200, 100, 200, 100],
    [1, 1, 1, 1],
    [4000, 1, 320, 1],
  ])('makes a grid of %i x %i one of %i x %i', (widthPx, heightPx, columns, rows) => {
    const grid = sampleGrid(createPlanes(widthPx, heightPx, () => 10));
    expect([grid.widthPx, grid.heightPx]).toEqual([columns, rows]);
    expect([grid.frameWidthPx, grid.frameHeightPx]).toEqual([widthPx, heightPx]);
    expect(grid.luma).toEqual(new Int16Array(columns * rows).fill(4 * 10));
  });

  it('takes the mean of two by two samples of each cell', () => {
    const grid = sampleGrid(
      createPlanes(8, 4, (x, y) => 10 * x + y),
      2,
    );
    // Cells of 4 x 4: columns 1 and 3, then 5 and 7; rows 1 and 3.
    expect([...grid.luma]).toEqual([4 * 22, 4 * 62]);
  });

  it('draws the limited range of video out to all of it', () => {
    const levels = [16, 235, 126, 0, 255];
    const planes = { ...createPlanes(5, 1, (x) => levels[x] ?? 0), range: 'limited' as const };
    const [black, white, middle, under, over] = sampleGrid(planes).luma;
    expect([black, white, under, over]).toEqual([0, 4 * 255, 0, 4 * 255]);
    expect(middle).toBe(Math.round(4 * 128.08));
  });

  it.each([1, 2] as const)('reads chroma whose samples are %i bytes apart, for cells of twice the size', (step) => {
    const stride = 12 * step + 3;
    const cb = new Uint8Array(stride * 8).fill(255);
    const cr = new Uint8Array(stride * 8).fill(255);
    for (let y = 0; y < 8; y += 1) {
      for (let x = 0; x < 12; x += 1) {
        cb[y * stride + x * step] = 100;
        cr[y * stride + x * step] = x < 6 ? 120 : 140;
      }
    }
    const chroma = { widthPx: 12, heightPx: 8, stride, step, cb, cr };
    const grid = sampleGrid({ ...createPlanes(24, 16, () => 0), chroma }, 8);
    expect(grid.cb).toEqual(new Int16Array(4 * 3).fill(4 * 100));
    expect([...(grid.cr?.slice(0, 4) ?? [])]).toEqual([120, 120, 140, 140].map((level) => 4 * level));
  });

  it('goes without chroma where the planes have none', () => {
    const grid = sampleGrid(createPlanes(10, 10, () => 0));
    expect([grid.cb, grid.cr]).toEqual([undefined, undefined]);
  });
});
