import { summarize } from './summarize.ts';

/** How many times as long one took as the other. */
export interface Ratio {
  /** Of the two medians. */
  readonly median: number;
  /** The lower and the upper quartile of the ratios round by round. */
  readonly low: number;
  readonly high: number;
}

/** Compares two contestants' times of the same rounds; 2 says that `other` took twice as long as `one`. */
export function compareTimes(one: readonly number[], other: readonly number[]): Ratio {
  const perRound = one.map((ms, round) => (other[round] ?? Number.NaN) / ms).toSorted((left, right) => left - right);
  const at = (share: number) => perRound[Math.round(share * (perRound.length - 1))] ?? Number.NaN;
  return { median: summarize(other).median / summarize(one).median, low: at(0.25), high: at(0.75) };
}
