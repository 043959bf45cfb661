import type { FramePlanes } from '../../frame/framePlanes.ts';
import type { Point, Quad } from '../frameReport.ts';
import { type FittedSide, fitSide, learnSide, minSupport, type Side } from './fitSide.ts';
import { reach } from './profileSide.ts';

/** What a document is followed by from frame to frame: how brightness and colour step across its sides. */
export interface TracedSides {
  /** Clockwise as seen, in pixels of the planes. */
  readonly corners: Quad;
  /** The steps at points along the side from each corner to the next. */
  readonly marks: readonly Float32Array[];
  /** How many of each side's points lay on it when it was found. */
  readonly supports: readonly number[];
}

/** Cells along the longer side of a frame: those of the grid that documents are looked for in. */
const longerSide = 320;
/** Share of the points that lay on a side when it was found which must be found again. */
const minShare = 0.75;
/** What a side's length may change by from frame to frame, as a factor. */
const maxGrowth = 1.2;

const order = [0, 1, 2, 3] as const;

const toSides = (corners: Quad, cellPx: number): readonly Side[] =>
  order.map((index) => ({ from: corners[index], to: corners[((index + 1) % 4) as 0], cellPx }));

const measureCell = ({ widthPx, heightPx }: FramePlanes): number => Math.max(1, Math.max(widthPx, heightPx) / longerSide);

/** Where the line of one side meets that of another; not finite for parallel ones. */
function meet(one: FittedSide, other: FittedSide): Point {
  const [dx, dy] = [one.to.x - one.from.x, one.to.y - one.from.y];
  const [ex, ey] = [other.to.x - other.from.x, other.to.y - other.from.y];
  const share = ((other.from.x - one.from.x) * ey - (other.from.y - one.from.y) * ex) / (dx * ey - dy * ex);
  return { x: one.from.x + dx * share, y: one.from.y + dy * share };
}

const measureLength = ({ from, to }: Pick<Side, 'from' | 'to'>): number => Math.hypot(to.x - from.x, to.y - from.y);

/**
 * Learns what a document's sides look like, to follow them.
 *
 * @param corners Clockwise as seen, in pixels of the planes.
 * @returns `undefined` where a side is too faint to be followed.
 */
export function learnSides(planes: FramePlanes, corners: Quad): TracedSides | undefined {
  const sides = toSides(corners, measureCell(planes));
  const marks = sides.map((side) => learnSide(planes, side));
  const supports = sides.map((side, index) => fitSide(planes, side, marks[index] as Float32Array)?.support ?? 0);
  return Math.min(...supports) < minSupport ? undefined : { corners, marks, supports };
}

/**
 * Follows a document's sides from the frame before: each is laid anew through the marks that are found again near to where it was.
 *
 * @param shift How far the picture moved meanwhile, in pixels of the planes.
 * @returns `undefined` when a side is not seen as well as it was, or the shape is another.
 */
export function followSides(planes: FramePlanes, { corners, marks, supports }: TracedSides, shift: Point): TracedSides | undefined {
  const cellPx = measureCell(planes);
  const move = ({ x, y }: Point): Point => ({ x: x + shift.x, y: y + shift.y });
  const expected: Quad = [move(corners[0]), move(corners[1]), move(corners[2]), move(corners[3])];
  const sides = toSides(expected, cellPx);
  const fitted: FittedSide[] = [];
  for (const [index, side] of sides.entries()) {
    const fit = fitSide(planes, side, marks[index] as Float32Array);
    if (!fit || fit.support < minShare * (supports[index] as number)) return undefined;
    fitted.push(fit);
  }
  const [a, b, c, d] = fitted as [FittedSide, FittedSide, FittedSide, FittedSide];
  const now: Quad = [meet(d, a), meet(a, b), meet(b, c), meet(c, d)];
  const isNear = order.every((index) => measureLength({ from: expected[index], to: now[index] }) <= 2 * reach * cellPx);
  const isAlike = toSides(now, cellPx).every((side, index) => {
    const growth = measureLength(side) / measureLength(sides[index] as Side);
    return growth < maxGrowth && growth > 1 / maxGrowth;
  });
  return isNear && isAlike ? { corners: now, marks, supports } : undefined;
}
