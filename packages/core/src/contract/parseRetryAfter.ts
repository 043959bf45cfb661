/**
 * Milliseconds of a `Retry-After` header, or `undefined` when it is missing or neither of its two forms.
 *
 * @param value Seconds or an HTTP date. Source: RFC 9110, 10.2.3.
 * @param nowMs What a date is counted from, in milliseconds since 1970.
 */
export function parseRetryAfter(value: string | null | undefined, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  // `Date.parse` alone makes a date of any word with a number behind it.
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : text.endsWith(' GMT') ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
