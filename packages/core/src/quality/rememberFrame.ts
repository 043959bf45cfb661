import type { FramePlanes } from '../frame/framePlanes.ts';
import { fitWithin } from '../image/fitWithin.ts';
import type { FrameMemory } from './frameMemory.ts';

const longerSide = 64;

/** Samples of each cell in each direction. */
const samples = 4;

/** Averages each cell with its neighbours, 1 2 1 across and down: print as fine as the cells is another pattern after half a cell's shift. */
function soften(cells: Float32Array, columns: number): Float32Array {
  const size = cells.length;
  const across = new Float32Array(size);
  for (let first = 0; first < size; first += columns) {
    let before = cells[first] as number;
    let here = before;
    for (let at = first, last = first + columns - 1; at <= last; at += 1) {
      const after = at < last ? (cells[at + 1] as number) : here;
      across[at] = (before + 2 * here + after) / 4;
      before = here;
      here = after;
    }
  }
  const softened = new Float32Array(size);
  for (let at = 0; at < size; at += 1) {
    const above = at < columns ? at : at - columns;
    const below = at < size - columns ? at + columns : at;
    softened[at] = ((across[above] as number) + 2 * (across[at] as number) + (across[below] as number)) / 4;
  }
  return softened;
}

/** Reduces a frame to what is remembered of its picture. */
export function rememberFrame({ widthPx, heightPx, luma, stride, range }: FramePlanes): FrameMemory {
  const { widthPx: columns, heightPx: rows } = fitWithin(widthPx, heightPx, longerSide);
  const cells = new Float32Array(columns * rows);
  // From sample to sample, in 65536ths of a pixel: no place need be looked up.
  const step = Math.floor((widthPx * 65_536) / columns / samples);
  for (let row = 0; row < rows * samples; row += 1) {
    const line = Math.floor(((row + 0.5) * heightPx) / rows / samples) * stride;
    const first = Math.floor(row / samples) * columns;
    for (let column = 0, place = step >> 1; column < columns; column += 1) {
      let sum = 0;
      for (let sample = 0; sample < samples; sample += 1, place += step) sum += luma[line + (place >> 16)] as number;
      cells[first + column] = (cells[first + column] as number) + sum;
    }
  }
  // ITU-R BT.601 and BT.709: 8-bit luma runs over 219 levels from 16.
  const [gain, black] = range === 'limited' ? [255 / 219, 16] : [1, 0];
  for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = ((cells[cell] as number) / samples ** 2 - black) * gain;
  return { columns, rows, cells: soften(cells, columns) };
}
