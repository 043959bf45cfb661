import { angleSteps, type Edges } from './findEdges.ts';

/**
 * A straight line across the grid. A steep one is nearer to the y axis than to the x axis. Places on a line are counted along
 * the axis it is nearer to: `across = base + slope * place`, where `place` is y for a steep line and x for another.
 */
export interface Line {
  readonly isSteep: boolean;
  readonly base: number;
  readonly slope: number;
  /** At how many places before this one there is an edge along the line; one more entry than places. */
  readonly support: Uint16Array;
  /** How far the most unbroken stretch of edge reaches, in places. */
  readonly strength: number;
  /** A side of the frame and not an edge in it. */
  readonly isBorder: boolean;
}

/** How far from a line an edge still belongs to it, in cells: what is left when bins of two cells and two degrees are off by half. */
const reachPx = 2;

/** How far an edge may be turned against its line, in steps of two degrees. Noise turns single cells, round corners more of them. */
const turnSteps = 6;

/** What a place without an edge takes from a stretch: one in three may be missing. */
const gapCost = 0.6;

/** Follows a line from one place to another, counts the edges along it, and lays it through them by least squares. */
export function traceLine(
  { widthPx, heightPx, angles }: Edges,
  isSteep: boolean,
  base: number,
  slope: number,
  from: number = 0,
  to: number = isSteep ? heightPx : widthPx,
): Line {
  const turn = Math.atan(slope) / Math.PI;
  const angle = Math.round((isSteep ? 1 - turn : 0.5 + turn) * angleSteps) % angleSteps;
  // By what `angles` holds: a look into a table is cheaper than to compare directions that end where they begin.
  const runsAlong = new Uint8Array(angleSteps + 1);
  for (let gap = -turnSteps; gap <= turnSteps; gap += 1) runsAlong[1 + ((angle + gap + angleSteps) % angleSteps)] = 1;
  const last = (isSteep ? widthPx : heightPx) - 1;
  const alongStep = isSteep ? widthPx : 1;
  const acrossStep = isSteep ? 1 : widthPx;
  const support = new Uint16Array((isSteep ? heightPx : widthPx) + 1);
  let [hits, run, strength] = [0, 0, 0];
  let [n, sumU, sumV, sumUU, sumUV] = [0, 0, 0, 0, 0];
  for (let u = from; u < to; u += 1) {
    const middle = base + slope * u;
    const nearest = Math.floor(middle + 0.5);
    const end = Math.min(last, nearest + reachPx);
    const before = n;
    for (let v = Math.max(0, nearest - reachPx); v <= end; v += 1) {
      if (runsAlong[angles[u * alongStep + v * acrossStep] as number] === 0) continue;
      const off = v - middle;
      n += 1;
      sumU += u;
      sumV += off;
      sumUU += u * u;
      sumUV += u * off;
    }
    const isHit = n > before;
    if (isHit) hits += 1;
    run = Math.max(0, run + (isHit ? 1 : -gapCost));
    if (run > strength) strength = run;
    support[u + 1] = hits;
  }
  const spread = n * sumUU - sumU * sumU;
  // Too few for a direction: they would turn the line anywhere.
  if (n < 8 || spread <= 0) return { isSteep, base, slope, support, strength, isBorder: false };
  const bend = (n * sumUV - sumU * sumV) / spread;
  return { isSteep, base: base + (sumV - bend * sumU) / n, slope: slope + bend, support, strength, isBorder: false };
}
