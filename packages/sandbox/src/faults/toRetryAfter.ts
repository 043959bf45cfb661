/**
 * A value of `Retry-After`: a number of seconds, or an HTTP date. Source: RFC 9110, 10.2.3.
 *
 * @param nowMs What a date is counted from, in milliseconds since 1970.
 */
export function toRetryAfter(wait: number | { readonly dateInMs: number }, nowMs: number): string {
  return typeof wait === 'number' ? String(wait) : new Date(nowMs + wait.dateInMs).toUTCString();
}
