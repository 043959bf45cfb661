import type { FrameMemory } from './frameMemory.ts';
import type { Box } from './frameReport.ts';
import { measureShift } from './measureShift.ts';

/** In shares of the frame's longer side. */
function measureGrowth({ face: before }: FrameMemory, { face, columns, rows }: FrameMemory): number {
  if (!before || !face) return 0;
  return Math.max(Math.abs(face.width - before.width) * columns, Math.abs(face.height - before.height) * rows) / Math.max(columns, rows);
}

/**
 * Measures how far what is in a box moved since the frame before, as a share of the frame's longer side.
 *
 * Brightness does not show that a face comes nearer in front of a plain wall; the size of its box does.
 *
 * @param box In shares of the frame's sides, 0 to 1.
 */
export function measureMotion(before: FrameMemory | undefined, now: FrameMemory, box: Box): number {
  if (before?.columns !== now.columns || before.rows !== now.rows) return 0;
  return Math.max(measureShift(before, now, box).length, measureGrowth(before, now));
}
