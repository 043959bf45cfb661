import type { Box } from './frameReport.ts';
import type { FoundDocument } from './quad/findDocument.ts';
import { type CellRange, measureLikeness } from './measureLikeness.ts';

/** What is kept of a frame to compare the next one with: a few kilobytes, no picture one could recognise. */
export interface FrameMemory {
  readonly columns: number;
  readonly rows: number;
  /** Mean brightness, 0 to 255. */
  readonly cells: Float32Array;
  /** Where the face was, in shares of the frame's sides. */
  readonly face?: Box | undefined;
  readonly document?: DocumentMemory | undefined;
}

/** What was found when it was last looked for a document. */
export interface DocumentMemory {
  readonly found: FoundDocument | null;
  /** In how many frames since then it was not looked for. */
  readonly frames: number;
}

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

/** Where the parabola through three neighbours has its top, -0.5 to 0.5. */
function findVertex(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend)) : 0;
}

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

/** In cells. */
function measureShift(before: FrameMemory, now: FrameMemory, range: CellRange): number {
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
  if (best.likeness < minLikeness) return hasContrast(now, range) ? reach : 0;
  const { dx, dy } = best;
  const at = (moreX: number, moreY: number) => measureLikeness(before, now, { range, dx: dx + moreX, dy: dy + moreY, step: 1 });
  const middle = at(0, 0);
  return Math.hypot(dx + findVertex(at(-1, 0), middle, at(1, 0)), dy + findVertex(at(0, -1), middle, at(0, 1)));
}

/** In cells. */
function measureGrowth({ face: before }: FrameMemory, { face, columns, rows }: FrameMemory): number {
  if (!before || !face) return 0;
  return Math.max(Math.abs(face.width - before.width) * columns, Math.abs(face.height - before.height) * rows);
}

/**
 * Measures how far what is in a box moved since the frame before, as a share of the frame's longer side.
 *
 * Likeness is the correlation of brightness, so that a lamp switched on or a camera that adapts is no motion. It does not see a face
 * come nearer in front of a plain wall; that shows in the size of its box.
 *
 * @param box In shares of the frame's sides, 0 to 1.
 */
export function measureMotion(before: FrameMemory | undefined, now: FrameMemory, box: Box): number {
  const { columns, rows } = now;
  if (before?.columns !== columns || before.rows !== rows) return 0;
  const range = {
    left: Math.max(0, Math.floor(box.x * columns) - rim),
    top: Math.max(0, Math.floor(box.y * rows) - rim),
    right: Math.min(columns, Math.ceil((box.x + box.width) * columns) + rim),
    bottom: Math.min(rows, Math.ceil((box.y + box.height) * rows) + rim),
  };
  return Math.max(measureShift(before, now, range), measureGrowth(before, now)) / Math.max(columns, rows);
}
