import { parseRetryAfter as parse } from '@stepframe/core';

/** Longest wait that is believed. */
const maxRetryAfterMs = 60 * 60_000;

/**
 * Milliseconds of the API's `Retry-After`, at most an hour; `undefined` when it is missing or makes no sense.
 *
 * @param sentAtMs When the answer was sent, from its own `Date`; the system's clock when that is no number.
 */
export function parseRetryAfter(value: string | null, sentAtMs: number): number | undefined {
  const ms = parse(value, Number.isNaN(sentAtMs) ? Date.now() : sentAtMs);
  return ms === undefined ? undefined : Math.min(maxRetryAfterMs, ms);
}
