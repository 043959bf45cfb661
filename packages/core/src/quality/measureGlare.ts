import { clippedLevel } from './measureLight.ts';
import type { AreaSamples } from './sampleArea.ts';

/** Side of the smallest reflection that counts, as a share of the area's longer side: wider than the white between lines of print. */
const minSide = 1 / 16;
/** Levels of 255 that a reflection fades through at its rim, and the least share of it that they are. */
const rimLevel = 230;
const minRim = 0.1;
/** With more of the area burnt out than this, it is the paper, and what outshines it cannot be seen. */
const maxBurnt = 0.6;

/**
 * Measures what share of an area a reflection covers, 0 to 1.
 *
 * A reflection is burnt out, swallows the print beneath it, has some width to all sides, and fades at its rim. White paper with
 * print on it and white fields with a hard edge are none of that; paper that is itself burnt out says nothing, so 0 is given for it.
 */
export function measureGlare({ columns, rows, darkest, inside }: AreaSamples): number {
  let burnt = 0;
  let rim = 0;
  for (let cell = 0; cell < darkest.length; cell += 1) {
    const level = darkest[cell] as number;
    if (level >= clippedLevel) burnt += 1;
    else if (level >= rimLevel) rim += 1;
  }
  if (burnt === 0 || rim < minRim * burnt || burnt > maxBurnt * inside) return 0;
  const side = Math.max(2, Math.round(Math.max(columns, rows) * minSide));
  // The side of the largest burnt-out square that ends at each cell; those that are large enough are the reflection.
  const squares = new Uint8Array(columns * rows);
  const covered = new Uint8Array(columns * rows);
  let count = 0;
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      if ((darkest[cell] as number) < clippedLevel) continue;
      const isFirst = row === 0 || column === 0;
      const around = isFirst
        ? 0
        : Math.min(squares[cell - 1] as number, squares[cell - columns] as number, squares[cell - columns - 1] as number);
      squares[cell] = around + 1;
      if (around + 1 < side) continue;
      for (let up = 0; up < side; up += 1) {
        for (let left = 0; left < side; left += 1) {
          const at = cell - up * columns - left;
          count += 1 - (covered[at] as number);
          covered[at] = 1;
        }
      }
    }
  }
  return count / inside;
}
