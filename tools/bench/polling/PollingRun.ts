/** What one conclusion was like. */
export interface PollingRun {
  /** From the verdict existing at the API to each tab's screen showing it, in milliseconds. The first tab is the one that submitted. */
  readonly delaysMs: readonly number[];
  /** Most summary calls at the API within any two seconds. */
  readonly busiest: number;
}

const ruleMs = 2_000;

/** The most of these moments that lie within two seconds, the end not counted. Pure. */
export function countBusiest(timesMs: readonly number[]): number {
  // Sums of fractions of a millisecond are not exact to the last digit.
  const isWithin = (fromMs: number, atMs: number): boolean => atMs >= fromMs && atMs < fromMs + ruleMs - 0.001;
  return Math.max(0, ...timesMs.map((fromMs) => timesMs.filter((atMs) => isWithin(fromMs, atMs)).length));
}
