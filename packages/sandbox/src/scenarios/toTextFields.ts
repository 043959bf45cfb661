import type { WireSummary } from '../journey/toSummary.ts';

/** A summary in which every value is text: flags as words, ids as strings, nothing as an empty string. */
export function toTextFields(summary: WireSummary): object {
  return JSON.parse(JSON.stringify(summary), (_key, value: unknown) =>
    typeof value === 'object' && value !== null ? value : String(value ?? ''),
  ) as object;
}
