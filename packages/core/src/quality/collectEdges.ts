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
/** No place is as far as this. */
const none = 0x3f_ff_ff_ff;

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
  const fine = Math.max(minFinePx, Math.round(reachPx / (slope === 0 ? 4 : 4 * Math.SQRT2))) | 0;
  const reach = 4 * fine;
  const leastStep = minContrast * 2 * reach;
  // A wide step need not be looked for at every pixel.
  const pace = (fine + 1) >> 1;
  // Of those places every fourth tells enough about the noise.
  const noisePace = pace * (pace & 1 ? 4 : pace & 2 ? 2 : 1);
  const sums = new Int32Array(length + 1);
  const contrast = new Float32Array(maxEdges);
  const steepest = new Float32Array(maxEdges);
  /** How often the fine step had each size, in half levels. */
  const sizes = new Uint32Array(1024);
  let count = 0;
  let sampled = 0;
  for (let index = 0; index < lines; index += 1) {
    const line = Math.floor(first + ((last - first) * (index + 0.5)) / lines) | 0;
    const [from, to] = clip(spanWithin(corners, line), line);
    let at = line * lineStride + from * along;
    let total = 0;
    sums[from] = 0;
    for (let place = from; place < to; place += 1, at += along) {
      total = (total + (luma[at] as number) + (luma[at + aside] as number)) | 0;
      sums[place + 1] = total;
    }
    const end = to - reach;
    // Weaker ones than count are not even followed: most places are flat, and branches that go either way cost most of the time.
    let peak = leastStep - 1;
    let peakAt = 0;
    let due = none;
    for (let place = from + reach; place <= end; place += pace) {
      const step = Math.abs(((sums[place + reach] as number) - 2 * (sums[place] as number) + (sums[place - reach] as number)) | 0);
      if (step > peak) {
        peak = step;
        peakAt = place;
        due = Math.min(place + reach, end - pace + 1);
      }
      if (place < due) continue;
      if (count < maxEdges) {
        contrast[count] = peak / 2 / reach;
        steepest[count] = findSteepest(sums, peakAt, fine) / 2 / fine;
        count += 1;
      }
      peak = leastStep - 1;
      due = none;
    }
    for (let place = from + reach; place <= end; place += noisePace) {
      const size = Math.abs(((sums[place + fine] as number) - 2 * (sums[place] as number) + (sums[place - fine] as number)) | 0);
      const bin = Math.min(1023, (size / fine) | 0);
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
    // Whole numbers by type too: rounded ones are floats, and places counted in floats double the time.
    const from = Math.ceil(Math.max(0, span[0], Math.min(...ends))) | 0;
    const to = Math.floor(Math.min(slope === 0 ? length : length - 1, span[1], Math.max(...ends))) | 0;
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
