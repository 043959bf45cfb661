import { findVertex } from '../findVertex.ts';
import type { FramePlanes } from '../../frame/framePlanes.ts';
import type { Point } from '../frameReport.ts';
import { createProfiler, type Profile, reach, steps } from './profileSide.ts';

/** Profiles across each side. */
const points = 24;
/** Weaker steps than this, in levels, are no mark. */
const minStep = 5;
/** With fewer points a side is not followed. */
export const minSupport = 10;
/** Share of a point's step that is left where it is found again. */
const minLikeness = 0.5;
/** Of two steps as strong the nearer one is taken: what each cell takes from a step's weight. */
const distance = 0.05;
/** How far points lie off their line, in cells. */
const tolerance = 1;

const profile = createProfiler();

/** A side of a document, from corner to corner; the document lies to its right. */
export interface Side {
  readonly from: Point;
  readonly to: Point;
  readonly cellPx: number;
}

/** Where a side came to lie. */
export interface FittedSide {
  readonly from: Point;
  readonly to: Point;
  /** How many of its points lie on it. */
  readonly support: number;
}

/** Of a side with its length, the direction out of the document and the place of each point. */
function measureSide({ from, to }: Side) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  // The ends are left out: corners are round or bent.
  const place = (point: number) => 0.08 + (0.84 * (point + 0.5)) / points;
  return {
    length,
    out: { x: dy / length, y: -dx / length },
    place,
    at: (share: number) => ({ x: from.x + dx * share, y: from.y + dy * share }),
  };
}

/** Remembers the steps in brightness and colour at a side's points, two numbers for each; zeros where there is hardly any. */
export function learnSide(planes: FramePlanes, side: Side): Float32Array {
  const { out, place, at } = measureSide(side);
  const marks = new Float32Array(2 * points);
  for (let point = 0; point < points; point += 1) {
    const { light, tint } = profile(planes, at(place(point)), out, side.cellPx);
    let most = minStep;
    for (let index = reach - 1; index <= reach + 1; index += 1) {
      const step = Math.hypot(light[index] as number, tint[index] as number);
      if (step <= most) continue;
      most = step;
      marks[2 * point] = light[index] as number;
      marks[2 * point + 1] = tint[index] as number;
    }
  }
  return marks;
}

/** Where in a profile the step is that is most like a mark, in cells from the middle; `undefined` where there is none. */
function findMark({ light, tint }: Profile, markLight: number, markTint: number): number | undefined {
  const size = Math.hypot(markLight, markTint);
  // Along the mark's own direction, so that a step the other way round is none.
  const along = (index: number) => ((light[index] as number) * markLight + (tint[index] as number) * markTint) / size;
  let best = minLikeness * size * (1 - distance * reach);
  let found: number | undefined;
  for (let index = 0; index < steps; index += 1) {
    const step = along(index);
    if (step < minLikeness * size) continue;
    const before = index > 0 ? along(index - 1) : 0;
    const after = index < steps - 1 ? along(index + 1) : 0;
    const weight = Math.min(step, size) * (1 - distance * Math.abs(index - reach));
    if (before > step || after >= step || weight < best) continue;
    best = weight;
    found = index - reach + findVertex(before, step, after);
  }
  return found;
}

const findMiddle = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** Looks for a side's marks about where it was, and lays a line through where most of them are. */
export function fitSide(planes: FramePlanes, side: Side, marks: Float32Array): FittedSide | undefined {
  const { from, to, cellPx } = side;
  const { out, place, at } = measureSide(side);
  const found: { readonly share: number; readonly off: number }[] = [];
  for (let point = 0; point < points; point += 1) {
    const [light, tint] = [marks[2 * point] as number, marks[2 * point + 1] as number];
    if (light === 0 && tint === 0) continue;
    const share = place(point);
    const off = findMark(profile(planes, at(share), out, cellPx), light, tint);
    if (off !== undefined) found.push({ share, off });
  }
  if (found.length < minSupport) return undefined;
  // Medians first (Theil, 1950): a quarter of the points may lie anywhere.
  const half = found.length >> 1;
  const slopes = found.slice(half).map(({ share, off }, index) => {
    const other = found[index] as (typeof found)[number];
    return (off - other.off) / (share - other.share);
  });
  const slope = findMiddle(slopes);
  const base = findMiddle(found.map(({ share, off }) => off - slope * share));
  const close = found.filter(({ share, off }) => Math.abs(off - base - slope * share) <= tolerance);
  let [n, sumU, sumV, sumUU, sumUV] = [0, 0, 0, 0, 0];
  for (const { share, off } of close) {
    n += 1;
    sumU += share;
    sumV += off;
    sumUU += share * share;
    sumUV += share * off;
  }
  const spread = n * sumUU - sumU * sumU;
  if (n < minSupport || spread <= 0) return undefined;
  const bend = (n * sumUV - sumU * sumV) / spread;
  const start = (sumV - bend * sumU) / n;
  const shift = ({ x, y }: Point, off: number): Point => ({ x: x + out.x * off * cellPx, y: y + out.y * off * cellPx });
  return { from: shift(from, start), to: shift(to, start + bend), support: n };
}
