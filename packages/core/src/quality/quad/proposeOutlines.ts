import { countBefore, crossAll, type Crossings } from './crossAll.ts';
import type { Line } from './traceLine.ts';

/** Four lines that may be the sides of a document. */
export interface Outline {
  /** x and y of four corners in turn, in cells. */
  readonly corners: readonly number[];
  /** The side at each index ends at the corner of that index, and begins at the one before. */
  readonly sides: readonly Line[];
  /** The logarithm of the odds that it is the document, as far as it was judged. */
  readonly score: number;
}

/** Least share of a side along which there are edges: fingers, glare and a background of the same colour hide the rest. */
const minSupport = 0.35;

const minSidePx = 10;

/** As a share of the grid: what is smaller cannot be read by anybody. */
const minCoverage = 0.012;

/** Outlines are the same when all of their corners are this near, in cells. */
const twinPx = 5;

const maxOutlines = 16;

/** In a texture edges lie along this share of any line. */
const chanceShare = 0.4;

/** Where the frame ends nearer than this to a corner nothing can be told about what is beyond it. */
const minOverrunPx = 4;

/** A line that is supported this far from one side of the frame to the other is no mark of a document's side. */
const ruledShare = 0.6;

/** What speaks for an outline; see `scoreOutline` for where the weights are from. */
const weights = { offset: -9.4, mean: 17, least: 3, overrun: -34, coverage: 1.2, border: -4.3 };

const noSupport = new Uint16Array(1);

function createBorder(isSteep: boolean, base: number): Line {
  return { isSteep, base, slope: 0, support: noSupport, strength: 0, isBorder: true };
}

function isTwin(one: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < 8; i += 2) {
    let hasTwin = false;
    for (let j = 0; j < 8 && !hasTwin; j += 2) {
      const dx = (one[i] as number) - (other[j] as number);
      const dy = (one[i + 1] as number) - (other[j + 1] as number);
      hasTwin = dx * dx + dy * dy < twinPx * twinPx;
    }
    if (!hasTwin) return false;
  }
  return true;
}

/** What four sides can be worth at most by how far they are supported; spares most of them a closer look. */
function boundScore(shares: readonly number[]): number {
  const [a, b, c, d] = shares as readonly [number, number, number, number];
  const mean = (Math.max(a, b, c, d) + (a + b + c + d) / 4) / 2;
  return weights.offset + weights.mean * mean + weights.least * Math.min(a, b, c, d);
}

/** Share of `reach` beyond a corner, where the edges of a document end, that has edges all the same and not by chance. */
function measureOverrun(line: Line, corner: number, reach: number): number {
  // Two cells further: the corner itself is not known better.
  const start = corner + 2 * Math.sign(reach);
  const end = Math.max(0, Math.min(line.support.length - 1, start + reach));
  const length = (end - start) * Math.sign(reach);
  if (length < minOverrunPx) return 0;
  return Math.max(0, Math.abs(countBefore(line, end) - countBefore(line, start)) / length - chanceShare);
}

/** Share of the grid inside of the corners, negative when they are not those of a convex quadrilateral. */
function measureCoverage(corners: readonly number[], cells: number): number {
  const [ax, ay, bx, by, cx, cy, dx, dy] = corners as readonly [number, number, number, number, number, number, number, number];
  const cross = (fromX: number, fromY: number, toX: number, toY: number) => fromX * toY - fromY * toX;
  // Convex when each diagonal has the two other corners on different sides.
  const b = cross(cx - ax, cy - ay, bx - ax, by - ay);
  const d = cross(cx - ax, cy - ay, dx - ax, dy - ay);
  const a = cross(dx - bx, dy - by, ax - bx, ay - by);
  const c = cross(dx - bx, dy - by, cx - bx, cy - by);
  return b * d < 0 && a * c < 0 ? Math.abs(b - d) / 2 / cells : -1;
}

/** Judges four lines by what is on the lines; `ids` in turn. */
function judge({ lines, places }: Crossings, ids: readonly number[], shares: readonly number[], coverage: number): number {
  const n = lines.length;
  let [borders, weighted, lengths, sum, least, overrun, ends] = [0, 0, 0, 0, 1, 0, 0];
  for (let index = 0; index < 4; index += 1) {
    const id = ids[index] as number;
    const line = lines[id] as Line;
    if (line.isBorder) {
      borders += 1;
      continue;
    }
    const share = shares[index] as number;
    const before = ids[(index + 3) & 3] as number;
    const after = ids[(index + 1) & 3] as number;
    const from = places[id * n + before] as number;
    const to = places[id * n + after] as number;
    const sidePx = Math.abs(to - from) * Math.sqrt(1 + line.slope * line.slope);
    weighted += sidePx * share;
    lengths += sidePx;
    sum += share;
    least = Math.min(least, share);
    const reach = Math.max(6, Math.min(20, 0.15 * Math.abs(to - from))) * Math.sign(to - from);
    if (!(lines[before] as Line).isBorder) {
      overrun += measureOverrun(line, from, -reach);
      ends += 1;
    }
    if (!(lines[after] as Line).isBorder) {
      overrun += measureOverrun(line, to, reach);
      ends += 1;
    }
  }
  if (borders > 2) return -Infinity;
  return (
    weights.offset +
    (weights.mean * (weighted / lengths + sum / (4 - borders))) / 2 +
    weights.least * least +
    (weights.overrun * overrun) / Math.max(1, ends) +
    weights.coverage * Math.log(coverage) +
    weights.border * borders
  );
}

/** Closes lines and the frame's border into quadrilaterals, and gives those that are best supported by edges, the best first. */
export function proposeOutlines(found: readonly Line[], widthPx: number, heightPx: number): readonly Outline[] {
  const lines = [
    ...found,
    createBorder(true, 0),
    createBorder(true, widthPx - 1),
    createBorder(false, 0),
    createBorder(false, heightPx - 1),
  ];
  const n = lines.length;
  const crossings = crossAll(lines, widthPx, heightPx);
  const { places, counts, xs, ys, opposes } = crossings;
  const best: Outline[] = [];
  /** Share of line `i` between two others along which there are edges, -1 where that is no side. */
  const shareOf = (i: number, j: number, l: number): number => {
    const length = Math.abs((places[i * n + j] as number) - (places[i * n + l] as number));
    if (!(length >= minSidePx)) return -1;
    if (i >= found.length) return 1;
    const share = Math.abs((counts[i * n + j] as number) - (counts[i * n + l] as number)) / length;
    return share < minSupport ? -1 : share;
  };
  const propose = (ids: readonly number[], shares: readonly number[]): void => {
    const last = best.at(maxOutlines - 1);
    if (last && boundScore(shares) <= last.score) return;
    const corners: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      const at = (ids[index] as number) * n + (ids[(index + 1) & 3] as number);
      corners.push(xs[at] as number, ys[at] as number);
    }
    const coverage = measureCoverage(corners, widthPx * heightPx);
    if (coverage < minCoverage) return;
    const score = judge(crossings, ids, shares, coverage);
    if (score === -Infinity || (last && score <= last.score)) return;
    const twin = best.findIndex((other) => isTwin(corners, other.corners));
    if (twin >= 0) {
      if ((best[twin] as Outline).score >= score) return;
      best.splice(twin, 1);
    }
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { corners, sides: ids.map((id) => lines[id] as Line), score });
    best.length = Math.min(best.length, maxOutlines);
  };
  /** Whether more lines than the two sides of a strip run from one line to the other, as they do in planks, tiles and blinds. */
  const isRuled = (j: number, l: number): boolean => {
    const middles = found.flatMap((_, i) => {
      const axis = (lines[i] as Line).isSteep ? xs : ys;
      return shareOf(i, j, l) < ruledShare ? [] : [((axis[i * n + j] as number) + (axis[i * n + l] as number)) / 2];
    });
    const inTurn = middles.toSorted((one, other) => one - other);
    return inTurn.filter((middle, index) => !(middle - (inTurn[index - 1] ?? -Infinity) < twinPx)).length > 2;
  };
  const between: number[] = [];
  const shares: number[] = [];
  for (let j = 0; j < n; j += 1) {
    for (let l = 0; l < j; l += 1) {
      if (opposes[j * n + l] === 0 || (l >= found.length && isRuled(j, l))) continue;
      between.length = shares.length = 0;
      // Lines before j only, so that four lines meet here once.
      for (let i = 0; i < j; i += 1) {
        const share = shareOf(i, j, l);
        if (share < 0) continue;
        for (let index = 0; index < between.length; index += 1) {
          const k = between[index] as number;
          if (opposes[i * n + k] === 0) continue;
          const shareJ = shareOf(j, i, k);
          if (shareJ < 0) continue;
          const shareL = shareOf(l, i, k);
          if (shareL >= 0) propose([i, j, k, l], [share, shareJ, shares[index] as number, shareL]);
        }
        between.push(i);
        shares.push(share);
      }
    }
  }
  return best;
}
