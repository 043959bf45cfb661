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

/** Whether a place lies inside of the planes, and with it whatever lies between such places. */
const isInside = ({ widthPx, heightPx }: FramePlanes, x: number, y: number): boolean => x >= 0 && y >= 0 && x < widthPx && y < heightPx;

/** Takes 2x2 samples of each cell between the four corners. */
export function sampleArea(planes: FramePlanes, [a, b, c, d]: Quad): AreaSamples {
  const across = Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y);
  const down = Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y);
  const unit = longerSide / Math.max(across, down, 1e-6);
  const columns = Math.max(8, Math.round(across * unit));
  const rows = Math.max(8, Math.round(down * unit));
  const { luma, stride } = planes;
  // ITU-R BT.601 and BT.709: 8-bit luma runs over 219 levels from 16.
  const [gain, black] = planes.range === 'limited' ? [255 / 219, 16] : [1, 0];
  const mean = new Float32Array(columns * rows).fill(-1);
  const darkest = new Float32Array(columns * rows).fill(-1);
  /** Of one row of cells, two rows of two samples a cell. */
  const samples = new Int16Array(columns * 4);
  let inside = 0;
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let part = 0; part < 2; part += 1) {
      const v = (row + 0.25 + 0.5 * part) / rows;
      // Along a row of samples places lie evenly, so a step is all it takes from one to the next.
      const stepX = ((1 - v) * (b.x - a.x) + v * (c.x - d.x)) / columns / 2;
      const stepY = ((1 - v) * (b.y - a.y) + v * (c.y - d.y)) / columns / 2;
      let x = (1 - v) * a.x + v * d.x + stepX / 2;
      let y = (1 - v) * a.y + v * d.y + stepY / 2;
      const isWhole = isInside(planes, x - 1, y - 1) && isInside(planes, x + stepX * columns * 2 + 1, y + stepY * columns * 2 + 1);
      for (let at = part * columns * 2, end = at + columns * 2; at < end; at += 1) {
        samples[at] = isWhole || isInside(planes, x, y) ? (luma[(y | 0) * stride + (x | 0)] as number) : -1;
        x += stepX;
        y += stepY;
      }
    }
    for (let left = 0; left < columns * 2; left += 2, cell += 1) {
      const one = samples[left] as number;
      const two = samples[left + 1] as number;
      const three = samples[columns * 2 + left] as number;
      const four = samples[columns * 2 + left + 1] as number;
      const least = Math.min(Math.min(one, two), Math.min(three, four));
      if (least < 0) continue;
      mean[cell] = Math.min(255, Math.max(0, ((one + two + three + four) / 4 - black) * gain));
      darkest[cell] = Math.min(255, Math.max(0, (least - black) * gain));
      inside += 1;
    }
  }
  return { columns, rows, mean, darkest, inside };
}
