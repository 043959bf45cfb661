import type { FramePlanes } from '../frame/framePlanes.ts';
import type { Quad } from './frameReport.ts';
import { spanWithin } from './spanWithin.ts';

/** Edges met on lines across an area, all in one direction. */
export interface CollectedEdges {
  readonly count: number;
  /** Step in brightness over `reachPx` to both sides, in levels. */
  readonly contrast: Float32Array;
  /** The steepest part of the same edge: step over a quarter of `reachPx`, in levels. */
  readonly steepest: Float32Array;
  /** Standard deviation that noise gives to `steepest`, in levels. */
  readonly noise: number;
}

export interface CollectEdgesOptions {
  /** In pixels of the planes. */
  readonly quad: Quad;
  /** How far to both sides of an edge is looked, in pixels; a multiple of 4. */
  readonly reachPx: number;
  /** Follow columns instead of rows. */
  readonly isColumn: boolean;
}

const lines = 40;
/** Weaker steps in brightness, in levels, are paper, shading and noise. */
const minContrast = 8;
const maxEdges = 4096;

/** Collects the edges on evenly spaced lines through an area. Each line is the sum of two neighbours, which halves the noise's power. */
export function collectEdges(planes: FramePlanes, { quad, reachPx, isColumn }: CollectEdgesOptions): CollectedEdges {
  const { luma, stride } = planes;
  const [length, breadth] = isColumn ? [planes.heightPx, planes.widthPx] : [planes.widthPx, planes.heightPx];
  const [along, aside] = isColumn ? [stride, 1] : [1, stride];
  const places = quad.map(({ x, y }) => (isColumn ? x : y));
  const first = Math.max(0, Math.min(...places));
  const last = Math.min(breadth - 2, Math.max(...places));
  const followed = last >= first ? lines : 0;
  const sums = new Int32Array(length + 1);
  const contrast = new Float32Array(maxEdges);
  const steepest = new Float32Array(maxEdges);
  const fine = reachPx >> 2;
  const half = reachPx >> 1;
  const leastStep = minContrast * 2 * reachPx;
  /** How often the fine step had each size, in half levels. */
  const sizes = new Uint32Array(1024);
  let count = 0;
  let sampled = 0;
  for (let index = 0; index < followed; index += 1) {
    const line = Math.floor(first + ((last - first) * (index + 0.5)) / lines);
    const span = spanWithin(quad, line, isColumn);
    const from = Math.max(0, Math.floor(span?.[0] ?? 0));
    const to = Math.min(length, Math.ceil(span?.[1] ?? 0));
    let at = line * aside + from * along;
    sums[from] = 0;
    for (let place = from; place < to; place += 1, at += along) {
      sums[place + 1] = (sums[place] as number) + (luma[at] as number) + (luma[at + aside] as number);
    }
    let peak = 0;
    let peakAt = 0;
    const end = to - reachPx;
    for (let place = from + reachPx; place <= end; place += 1) {
      const middle = 2 * (sums[place] as number);
      const step = Math.abs((sums[place + reachPx] as number) - middle + (sums[place - reachPx] as number));
      if (step > peak) {
        peak = step;
        peakAt = place;
      }
      if (peak > 0 && (place - peakAt === reachPx || place === end)) {
        if (peak >= leastStep && count < maxEdges) {
          contrast[count] = peak / 2 / reachPx;
          steepest[count] = findSteepest(sums, peakAt - half, peakAt + half, fine) / 2 / fine;
          count += 1;
        }
        peak = 0;
      }
      if (place & 3) continue;
      const size = Math.abs((sums[place + fine] as number) - middle + (sums[place - fine] as number));
      const bin = Math.min(1023, Math.floor(size / fine));
      sizes[bin] = (sizes[bin] as number) + 1;
      sampled += 1;
    }
  }
  return { count, contrast, steepest, noise: toDeviation(sizes, sampled) };
}

function findSteepest(sums: Int32Array, from: number, to: number, fine: number): number {
  let most = 0;
  for (let place = from; place <= to; place += 1) {
    const step = Math.abs((sums[place + fine] as number) - 2 * (sums[place] as number) + (sums[place - fine] as number));
    if (step > most) most = step;
  }
  return most;
}

/** A quarter of normally distributed noise is smaller than 0.32 of its deviation, and flat paper is more than a quarter of most areas. */
function toDeviation(sizes: Uint32Array, sampled: number): number {
  let seen = 0;
  let bin = 0;
  while (bin < sizes.length - 1 && (seen += sizes[bin] as number) < sampled / 4) bin += 1;
  return bin / 2 / 0.32;
}
