import { findVertex } from './findVertex.ts';
import type { FrameMemory } from './frameMemory.ts';
import type { Box } from './frameReport.ts';
import { type CellRange, measureLikeness } from './measureLikeness.ts';

/** How far is looked, in cells; what moved further is told by its not being found. */
const reach = 5;
/** Cells around the box that are looked at too: an outline is seen to move better than what is printed within. */
const rim = 2;
/** Under this likeness, 0 to 1, it is another picture rather than a shifted one. */
const minLikeness = 0.5;
/** From this likeness on, a picture that fits best where it was has not moved. */
const sureLikeness = 0.98;
/** Between the lightest and the darkest cell, in levels; where there is less, nothing can be seen to move. */
const minContrast = 16;

function hasContrast({ columns, cells }: FrameMemory, { left, top, right, bottom }: CellRange): boolean {
  let [least, most] = [255, 0];
  for (let row = top; row < bottom; row += 1) {
    for (const value of cells.subarray(row * columns + left, row * columns + right)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return most - least > minContrast;
}

/** How far the picture moved, in shares of the frame's longer side. */
export interface Shift {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

const still: Shift = { x: 0, y: 0, length: 0 };

/**
 * Measures which way what is in a box moved since the frame before, by brightness alone.
 *
 * Likeness is the correlation of brightness, so that a lamp switched on or a camera that adapts is no motion. What cannot be found again
 * has moved far, nobody knows where.
 *
 * @param box In shares of the frame's sides, 0 to 1.
 */
export function measureShift(before: FrameMemory | undefined, now: FrameMemory, box: Box): Shift {
  const { columns, rows } = now;
  if (before?.columns !== columns || before.rows !== rows) return still;
  const unit = 1 / Math.max(columns, rows);
  const range = {
    left: Math.max(0, Math.floor(box.x * columns) - rim),
    top: Math.max(0, Math.floor(box.y * rows) - rim),
    right: Math.min(columns, Math.ceil((box.x + box.width) * columns) + rim),
    bottom: Math.min(rows, Math.ceil((box.y + box.height) * rows) + rim),
  };
  let best = { likeness: measureLikeness(before, now, { range, dx: 0, dy: 0, step: 2 }), dx: 0, dy: 0 };
  const look = (distance: number) => {
    for (let dy = -distance; dy <= distance; dy += 1) {
      for (let dx = -distance; dx <= distance; dx += 1) {
        const likeness = measureLikeness(before, now, { range, dx, dy, step: 2 });
        if (likeness > best.likeness) best = { likeness, dx, dy };
      }
    }
  };
  look(1);
  // Mostly next to nothing moves; then it need not be looked for far away.
  if (best.likeness < sureLikeness || best.dx || best.dy) look(reach);
  if (best.likeness < minLikeness) return hasContrast(now, range) ? { x: 0, y: 0, length: reach * unit } : still;
  const { dx, dy } = best;
  const at = (moreX: number, moreY: number) => measureLikeness(before, now, { range, dx: dx + moreX, dy: dy + moreY, step: 1 });
  const middle = at(0, 0);
  // What is here now was there before: it moved the other way.
  const x = -(dx + findVertex(at(-1, 0), middle, at(1, 0))) * unit;
  const y = -(dy + findVertex(at(0, -1), middle, at(0, 1))) * unit;
  return { x, y, length: Math.hypot(x, y) };
}
