/** Longest wait that is believed. */
const maxRetryAfterMs = 60 * 60_000;

/**
 * Milliseconds of a `Retry-After` header, at most an hour; `undefined` when it is missing or makes no sense.
 *
 * @param value Seconds or an HTTP date. Source: RFC 9110, 10.2.3.
 * @param sentAtMs When the answer was sent, from its own `Date`; the system's clock when that is no number.
 */
export function parseRetryAfter(value: string | null, sentAtMs: number): number | undefined {
  const text = value?.trim() ?? '';
  // A date begins with its day's name; `Date.parse` alone would make a date of almost anything.
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1_000
    : /^[A-Z]/i.test(text)
      ? Date.parse(text) - (Number.isNaN(sentAtMs) ? Date.now() : sentAtMs)
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(maxRetryAfterMs, Math.max(0, ms));
}
