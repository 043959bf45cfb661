import { crossLines } from './crossLines.ts';
import type { Line } from './traceLine.ts';

/** How lines lie to one another; entry `i * lines.length + j` is about line i where it meets line j. */
export interface Crossings {
  readonly lines: readonly Line[];
  /** Place on line i, NaN where the lines meet too flatly or too far outside to be a corner. */
  readonly places: Float32Array;
  /** Edges on line i before that place. */
  readonly counts: Uint16Array;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** 1 where the lines are near enough to parallel to be opposite sides. */
  readonly opposes: Uint8Array;
}

/** Sines of the least angle at a corner, 30 degrees, and of the largest between opposite sides, 45 degrees. */
const cornerSine = 0.5;
const oppositeSine = 0.7;

/** How far outside of the frame a corner is still worth knowing, as a share of the frame. */
const outside = 0.1;

/** How many edges lie on a line before a place. */
export function countBefore({ support }: Line, place: number): number {
  return support[Math.max(0, Math.min(support.length - 1, Math.round(place)))] as number;
}

function sineBetween(one: Line, other: Line): number {
  const across = one.isSteep === other.isSteep ? one.slope - other.slope : 1 - one.slope * other.slope;
  return Math.abs(across) / Math.sqrt((1 + one.slope * one.slope) * (1 + other.slope * other.slope));
}

/** Crosses each line with each other one. */
export function crossAll(lines: readonly Line[], widthPx: number, heightPx: number): Crossings {
  const n = lines.length;
  const places = new Float32Array(n * n).fill(NaN);
  const counts = new Uint16Array(n * n);
  const xs = new Float32Array(n * n);
  const ys = new Float32Array(n * n);
  const opposes = new Uint8Array(n * n);
  const isNear = (value: number, side: number) => value > -outside * side && value < (1 + outside) * side;
  lines.forEach((line, i) => {
    for (let j = 0; j < i; j += 1) {
      const other = lines[j] as Line;
      const sine = sineBetween(line, other);
      const at = i * n + j;
      const back = j * n + i;
      opposes[at] = opposes[back] = sine < oppositeSine ? 1 : 0;
      if (sine < cornerSine) continue;
      const { x, y } = crossLines(line, other);
      if (!isNear(x, widthPx) || !isNear(y, heightPx)) continue;
      xs[at] = xs[back] = x;
      ys[at] = ys[back] = y;
      places[at] = line.isSteep ? y : x;
      places[back] = other.isSteep ? y : x;
      counts[at] = countBefore(line, places[at]);
      counts[back] = countBefore(other, places[back]);
    }
  });
  return { lines, places, counts, xs, ys, opposes };
}
