import { type DocumentMemory, type FrameMemory, measureMotion } from './measureMotion.ts';
import { findDocument } from './quad/findDocument.ts';
import type { LumaGrid } from './quad/sampleGrid.ts';

/** Looking for corners is half of all the work on a frame; at 15 frames a second two frames are 130 ms. */
const maxFrames = 2;
/** Shift of the whole picture as a share of its longer side: half a cell of the grid that corners are looked for in. */
const maxShift = 0.0015;
const everything = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Finds the document, or takes over what was found while nothing in the picture moves: for a frame or two, then it is looked for anew.
 *
 * @returns For the memory of the next frame.
 */
export function followDocument(grid: LumaGrid, now: FrameMemory, before?: FrameMemory): DocumentMemory {
  const last = before?.document;
  if (last && last.frames < maxFrames && measureMotion(before, now, everything) <= maxShift) return { ...last, frames: last.frames + 1 };
  return { found: findDocument(grid), frames: 0 };
}
