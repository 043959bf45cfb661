import type { FramePlanes } from '../../frame/framePlanes.ts';
import { fitWithin } from '../../image/fitWithin.ts';

/** A frame made small: one value of brightness and colour for each cell, row by row, in quarters of a level. */
export interface LumaGrid {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 to 1020 whatever the range of the planes. */
  readonly luma: Int16Array;
  /** Blue and red difference, 512 for grey, on cells twice as wide and high; left out where the planes have no chroma. */
  readonly cb?: Int16Array | undefined;
  readonly cr?: Int16Array | undefined;
  /** Sides of the frame that the grid spans. */
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
}

interface Plane {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly stride: number;
  readonly step: number;
}

/** What the sum of four samples stands for: a look into a table needs no clamping, and makes quarters of a level at once. */
const toLevels = (gain: number, black: number): Int16Array =>
  Int16Array.from({ length: 4 * 255 + 1 }, (_, sum) => Math.max(0, Math.min(1020, Math.round((sum - 4 * black) * gain))));

const full = toLevels(1, 0);
// ITU-R BT.601 and BT.709: 8-bit luma runs over 219 levels from 16, chroma over 224 around 128.
const limited = { luma: toLevels(255 / 219, 16), chroma: toLevels(255 / 224, 128 - (128 * 224) / 255) };

/** Where the two samples of each cell lie along one axis: at a quarter and at three quarters of the cell. */
function placeSamples(cells: number, sidePx: number, stride: number): Int32Array {
  return Int32Array.from({ length: cells * 2 }, (_, index) => Math.floor(((index + 0.5) / 2 / cells) * sidePx) * stride);
}

function samplePlane({ bytes, widthPx, heightPx, stride, step }: Plane, columns: number, rows: number, levels: Int16Array): Int16Array {
  const xs = placeSamples(columns, widthPx, step);
  const ys = placeSamples(rows, heightPx, stride);
  const cells = new Int16Array(columns * rows);
  for (let row = 0, cell = 0; row < rows; row += 1) {
    const upper = ys[row * 2] as number;
    const lower = ys[row * 2 + 1] as number;
    for (let column = 0; column < columns * 2; column += 2, cell += 1) {
      const left = xs[column] as number;
      const right = xs[column + 1] as number;
      const sum =
        (bytes[upper + left] as number) +
        (bytes[upper + right] as number) +
        (bytes[lower + left] as number) +
        (bytes[lower + right] as number);
      cells[cell] = levels[sum] as number;
    }
  }
  return cells;
}

/**
 * Makes a frame small: 2x2 samples of each cell, so that the cost hangs on the grid and not on the frame.
 *
 * @param longestEdgePx Longer side of the grid in cells; a smaller frame keeps its size. Default 320, the smallest at
 * which the edges of a card across a third of the frame can still be told from its print.
 */
export function sampleGrid(planes: FramePlanes, longestEdgePx: number = 320): LumaGrid {
  const { widthPx, heightPx } = fitWithin(planes.widthPx, planes.heightPx, longestEdgePx);
  const { chroma, frameWidthPx, frameHeightPx } = planes;
  const levels = planes.range === 'limited' ? limited : { luma: full, chroma: full };
  const sampleChroma = (bytes: Uint8Array) =>
    chroma && samplePlane({ ...chroma, bytes }, (widthPx + 1) >> 1, (heightPx + 1) >> 1, levels.chroma);
  return {
    widthPx,
    heightPx,
    luma: samplePlane({ ...planes, bytes: planes.luma, step: 1 }, widthPx, heightPx, levels.luma),
    cb: chroma && sampleChroma(chroma.cb),
    cr: chroma && sampleChroma(chroma.cr),
    frameWidthPx,
    frameHeightPx,
  };
}
