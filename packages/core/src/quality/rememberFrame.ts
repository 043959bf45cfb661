import { fitWithin } from '../image/fitWithin.ts';
import type { FrameMemory } from './measureMotion.ts';
import type { LumaGrid } from './quad/sampleGrid.ts';

const longerSide = 64;

/** Where each of `cells` equal parts of a side begins, and where the last ends. */
const divide = (sidePx: number, cells: number): Int32Array =>
  Int32Array.from({ length: cells + 1 }, (_, cell) => Math.floor((cell * sidePx) / cells));

/** Averages each cell with its neighbours, 1 2 1 across and down: print as fine as the cells is another pattern after half a cell's shift. */
function soften(cells: Float32Array, columns: number): Float32Array {
  const across = cells.map(
    (cell, at) =>
      (2 * cell + (at % columns > 0 ? (cells[at - 1] as number) : cell) + ((at + 1) % columns > 0 ? (cells[at + 1] as number) : cell)) / 4,
  );
  return across.map((cell, at) => (2 * cell + (across[at - columns] ?? cell) + (across[at + columns] ?? cell)) / 4);
}

/** Reduces a frame's grid to what is remembered of its picture. */
export function rememberFrame({ widthPx, heightPx, luma }: LumaGrid): FrameMemory {
  const { widthPx: columns, heightPx: rows } = fitWithin(widthPx, heightPx, longerSide);
  const cells = new Float32Array(columns * rows);
  const xs = divide(widthPx, columns);
  const ys = divide(heightPx, rows);
  for (let row = 0, cell = 0; row < rows; row += 1) {
    const [top, bottom] = [ys[row] as number, ys[row + 1] as number];
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const [left, right] = [xs[column] as number, xs[column + 1] as number];
      let sum = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let at = y * widthPx + left, end = y * widthPx + right; at < end; at += 1) sum += luma[at] as number;
      }
      cells[cell] = sum / ((bottom - top) * (right - left));
    }
  }
  return { columns, rows, cells: soften(cells, columns) };
}
