/** What many delays come to, in milliseconds. */
export interface DelaySummary {
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly longestMs: number;
}

/** @throws RangeError for no delays */
export function summarizeDelays(delaysMs: readonly number[]): DelaySummary {
  const sorted = delaysMs.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  if (sorted.length === 0) throw new RangeError('There is nothing to summarise.');
  return { meanMs: sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length, medianMs: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
}
