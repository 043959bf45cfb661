import type { FramePlanes } from '../frame/framePlanes.ts';
import type { Quad } from './frameReport.ts';
import { spanWithin } from './spanWithin.ts';

/** Which way lines run: along rows, along columns, or aslant, down (1) or up (-1) a row with each column. */
export type LineDirection = 'rows' | 'columns' | 1 | -1;

/** Edges met on lines across an area, all in one direction. */
export interface CollectedEdges {
  readonly count: number;
  /** Step in brightness over `reachPx` to both sides, in levels. */
  readonly contrast: Float32Array;
  /** The steepest part of the same edge: step over a quarter of that reach, in levels. */
  readonly steepest: Float32Array;
  /** Standard deviation that noise gives to `steepest`, in levels. */
  readonly noise: number;
}

export interface CollectEdgesOptions {
  /** In pixels of the planes. */
  readonly quad: Quad;
  /** How far to both sides of an edge is looked, in pixels along the line. */
  readonly reachPx: number;
  readonly direction: LineDirection;
}

const lines = 24;
/** Weaker steps in brightness, in levels, are grain, shading and noise. */
const minContrast = 12;
const maxEdges = 4096;
/** Cameras and codecs leave no edge steeper than over some two pixels, however small the area. */
const minFinePx = 2;

/** Collects the edges on evenly spaced lines through an area. Each line is the sum of two neighbours, which halves the noise's power. */
export function collectEdges(planes: FramePlanes, { quad, reachPx, direction }: CollectEdgesOptions): CollectedEdges {
  const { luma, stride, widthPx, heightPx } = planes;
  const isColumns = direction === 'columns';
  const slope = typeof direction === 'number' ? direction : 0;
  // A line is told by where it crosses the frame's first column (or row), a place on it by its column (or row).
  const corners = quad.map(({ x, y }) => (isColumns ? { line: x, place: y } : { line: y - slope * x, place: x }));
  const along = isColumns ? stride : 1 + slope * stride;
  const [lineStride, aside] = isColumns ? [1, 1] : [stride, slope === 0 ? stride : 1];
  const length = isColumns ? heightPx : widthPx;
  const first = Math.min(...corners.map(({ line }) => line));
  const last = Math.max(...corners.map(({ line }) => line));
  // Slanted pixels lie further apart.
  const fine = Math.max(minFinePx, Math.round(reachPx / (slope === 0 ? 4 : 4 * Math.SQRT2)));
  const reach = 4 * fine;
  const leastStep = minContrast * 2 * reach;
  // A wide step need not be looked for at every pixel.
  const pace = Math.max(1, fine >> 1);
  const sums = new Int32Array(length + 1);
  const contrast = new Float32Array(maxEdges);
  const steepest = new Float32Array(maxEdges);
  /** How often the fine step had each size, in half levels. */
  const sizes = new Uint32Array(1024);
  let count = 0;
  let sampled = 0;
  for (let index = 0; index < lines; index += 1) {
    const line = Math.floor(first + ((last - first) * (index + 0.5)) / lines);
    const [from, to] = clip(spanWithin(corners, line), line);
    let at = line * lineStride + from * along;
    sums[from] = 0;
    for (let place = from; place < to; place += 1, at += along) {
      sums[place + 1] = (sums[place] as number) + (luma[at] as number) + (luma[at + aside] as number);
    }
    let peak = 0;
    let peakAt = 0;
    const end = to - reach;
    for (let place = from + reach; place <= end; place += pace) {
      const middle = 2 * (sums[place] as number);
      const step = Math.abs((sums[place + reach] as number) - middle + (sums[place - reach] as number));
      if (step > peak) {
        peak = step;
        peakAt = place;
      }
      if (peak > 0 && (place - peakAt >= reach || place + pace > end)) {
        if (peak >= leastStep && count < maxEdges) {
          contrast[count] = peak / 2 / reach;
          steepest[count] = findSteepest(sums, peakAt, fine) / 2 / fine;
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

  /** The part of a span where the line and its neighbour lie in the frame; empty where they do not. */
  function clip(span: readonly [number, number] | null, line: number): readonly [from: number, to: number] {
    if (!span || (slope === 0 && (line < 0 || line > (isColumns ? widthPx : heightPx) - 2))) return [0, 0];
    // A slanted line crosses the frame's first and last row where its place is one of these.
    const ends = slope === 0 ? [0, length] : [-line * slope, (heightPx - 1 - line) * slope];
    const from = Math.ceil(Math.max(0, span[0], Math.min(...ends)));
    const to = Math.floor(Math.min(slope === 0 ? length : length - 1, span[1], Math.max(...ends)));
    return to > from ? [from, to] : [0, 0];
  }
}

/** The steepest step within twice `fine` of a place. */
function findSteepest(sums: Int32Array, peakAt: number, fine: number): number {
  let most = 0;
  for (let place = peakAt - 2 * fine; place <= peakAt + 2 * fine; place += 1) {
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
