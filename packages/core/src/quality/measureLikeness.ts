import type { FrameMemory } from './frameMemory.ts';

/** A part of a frame's cells, the ends not included. */
export interface CellRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LikenessOptions {
  readonly range: CellRange;
  /** How far what is in the range lay elsewhere before, in whole cells. */
  readonly dx: number;
  readonly dy: number;
  /** Looks at every cell (1) or at every second in each direction (2). */
  readonly step: 1 | 2;
}

/** Deviation of brightness, in levels, that is taken to be there at least: noise on an even wall is like nothing. */
const minDeviation = 2;

/** Correlation of what is in a range of cells with what was there, or beside it, before: 1 for the same picture in any light. */
export function measureLikeness(
  before: FrameMemory,
  { columns, rows, cells }: FrameMemory,
  { range, dx, dy, step }: LikenessOptions,
): number {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  const left = Math.max(range.left, -dx);
  const right = Math.min(range.right, columns - dx);
  for (let row = Math.max(range.top, -dy); row < Math.min(range.bottom, rows - dy); row += step) {
    const offset = dy * columns + dx;
    for (let at = row * columns + left, end = row * columns + right; at < end; at += step) {
      const here = cells[at] as number;
      const there = before.cells[at + offset] as number;
      n += 1;
      a += here;
      b += there;
      aa += here * here;
      bb += there * there;
      ab += here * there;
    }
  }
  const least = (minDeviation * n) ** 2;
  return n > 0 ? (n * ab - a * b) / Math.sqrt(Math.max(least, n * aa - a * a) * Math.max(least, n * bb - b * b)) : 0;
}
