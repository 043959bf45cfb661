/** The two ways to a frame's bytes. */
export type Reading = 'copy' | 'draw';

/** How long either way took so far, in milliseconds; `Infinity` for a try that failed. */
export type ReadingTimes = Readonly<Record<Reading, readonly number[]>>;

/** The first of them warms up and is not compared. */
const tries = 4;
/** So quick that looking for a quicker way is not worth a frame. */
const quickMs = 8;

const best = (times: readonly number[]) => Math.min(...times.slice(1));

/**
 * Which way to read the next frame, by what the first ones took.
 *
 * Copying costs next to nothing where frames lie in ordinary memory. On some phones they lie in the graphics card's, and
 * getting all of a frame back takes longer than drawing it small there and getting that.
 */
export function chooseReading({ copy, draw }: ReadingTimes): Reading {
  if (copy.length < tries || best(copy) <= quickMs) return 'copy';
  return draw.length < tries || best(draw) < best(copy) ? 'draw' : 'copy';
}
