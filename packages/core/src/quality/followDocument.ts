import type { FramePlanes } from '../frame/framePlanes.ts';
import type { DocumentMemory, FrameMemory } from './frameMemory.ts';
import type { Point, Quad } from './frameReport.ts';
import { measureMotion } from './measureMotion.ts';
import type { Shift } from './measureShift.ts';
import { describeOutline, type FoundDocument } from './quad/describeOutline.ts';
import { findDocument } from './quad/findDocument.ts';
import { sampleGrid } from './quad/sampleGrid.ts';
import { followSides, learnSides } from './quad/traceSides.ts';

/** Frames in which a document is followed before it is looked for anew, so that a wrong outline does not live on: a third of a second. */
const maxFollowed = 4;
/** Frames in which what cannot be followed is taken over; at 15 frames a second two are 130 ms. */
const maxStill = 2;
/** Shift of the whole picture as a share of its longer side: half a cell of the grid that corners are looked for in. */
const maxShift = 0.0015;
const everything = { x: 0, y: 0, width: 1, height: 1 };

function scale([a, b, c, d]: Quad, x: number, y: number): Quad {
  const map = (point: Point): Point => ({ x: point.x * x, y: point.y * y });
  return [map(a), map(b), map(c), map(d)];
}

function follow(planes: FramePlanes, { found, frames, sides }: DocumentMemory, shift?: Shift): DocumentMemory | undefined {
  if (!found || !sides || frames >= maxFollowed) return undefined;
  const longerPx = Math.max(planes.widthPx, planes.heightPx);
  const followed = followSides(planes, sides, { x: (shift?.x ?? 0) * longerPx, y: (shift?.y ?? 0) * longerPx });
  if (!followed) return undefined;
  const corners = scale(followed.corners, planes.frameWidthPx / planes.widthPx, planes.frameHeightPx / planes.heightPx);
  const outline = describeOutline(corners, planes, found);
  return outline.isCutOff ? undefined : { found: outline, frames: frames + 1, sides: followed };
}

const learn = (planes: FramePlanes, { quad }: FoundDocument) =>
  learnSides(planes, scale(quad, planes.widthPx / planes.frameWidthPx, planes.heightPx / planes.frameHeightPx));

/**
 * Finds the document: follows the sides of one that was found, or takes over what was found while nothing in the picture moves, for some
 * frames. Then, and when it is lost, it is looked for anew, which is most of the work on a frame.
 *
 * @param shift How far the picture moved where the document was.
 * @returns For the memory of the next frame.
 */
export function followDocument(planes: FramePlanes, now: FrameMemory, before?: FrameMemory, shift?: Shift): DocumentMemory {
  const last = before?.document;
  const followed = last && follow(planes, last, shift);
  if (followed) return followed;
  const isStill = last && !last.sides && last.frames < maxStill && measureMotion(before, now, everything) <= maxShift;
  if (isStill) return { ...last, frames: last.frames + 1 };
  const found = findDocument(sampleGrid(planes));
  return { found, frames: 0, sides: found && !found.isCutOff ? learn(planes, found) : undefined };
}
