import type { WireSummary } from '../journey/toSummary.ts';

/** A summary that leaves out whatever says nothing: `null`, `false`, empty text, and an interim result that is not there yet. */
export function toSparseFields(summary: WireSummary): object {
  return JSON.parse(JSON.stringify(summary), (key, value: unknown) => {
    const isEmpty = value === null || value === false || value === '' || (key === 'result' && Object.keys(value as object).length === 0);
    return isEmpty ? undefined : value;
  }) as object;
}
