import type { FramePlanes } from '../frame/framePlanes.ts';
import type { Quad } from './frameReport.ts';

/** An area pulled straight and made small: a document looks the same whatever its size in the frame. */
export interface AreaSamples {
  readonly columns: number;
  readonly rows: number;
  /** Mean of each cell's samples, 0 to 255 whatever the range of the planes; -1 outside of the frame. */
  readonly mean: Float32Array;
  /** The darkest of each cell's samples, likewise: print shows in it. */
  readonly darkest: Float32Array;
  /** How many cells lie inside of the frame. */
  readonly inside: number;
}

/** Cells along the longer side: a millimetre each on a card. */
const longerSide = 96;

/** Takes 2x2 samples of each cell between the four corners. */
export function sampleArea(planes: FramePlanes, [a, b, c, d]: Quad): AreaSamples {
  const across = Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y);
  const down = Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y);
  const unit = longerSide / Math.max(across, down, 1e-6);
  const columns = Math.max(8, Math.round(across * unit));
  const rows = Math.max(8, Math.round(down * unit));
  const { luma, stride, widthPx, heightPx } = planes;
  // ITU-R BT.601 and BT.709: 8-bit luma runs over 219 levels from 16.
  const [gain, black] = planes.range === 'limited' ? [255 / 219, 16] : [1, 0];
  const mean = new Float32Array(columns * rows).fill(-1);
  const darkest = new Float32Array(columns * rows).fill(-1);
  let inside = 0;
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      let sum = 0;
      let least = 255;
      let taken = 0;
      for (let part = 0; part < 4; part += 1) {
        const u = (column + 0.25 + 0.5 * (part & 1)) / columns;
        const v = (row + 0.25 + 0.25 * (part & 2)) / rows;
        const x = Math.floor((1 - v) * (a.x + (b.x - a.x) * u) + v * (d.x + (c.x - d.x) * u));
        const y = Math.floor((1 - v) * (a.y + (b.y - a.y) * u) + v * (d.y + (c.y - d.y) * u));
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
        const value = luma[y * stride + x] as number;
        sum += value;
        if (value < least) least = value;
        taken += 1;
      }
      if (taken < 4) continue;
      mean[cell] = Math.min(255, Math.max(0, (sum / 4 - black) * gain));
      darkest[cell] = Math.min(255, Math.max(0, (least - black) * gain));
      inside += 1;
    }
  }
  return { columns, rows, mean, darkest, inside };
}
