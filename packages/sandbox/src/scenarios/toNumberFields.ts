import type { WireSummary } from '../journey/toSummary.ts';

/** A summary whose flags are 1 and 0. */
export function toNumberFields(summary: WireSummary): object {
  return JSON.parse(JSON.stringify(summary), (_key, value: unknown) => (typeof value === 'boolean' ? Number(value) : value)) as object;
}
