/**
 * Whole seconds that a `Prefer` header asks to wait (RFC 7240, 4.3), at most `maxWaitMs`; 0 when it does not ask, or when
 * less than a second is allowed.
 */
export function readWait(prefer: string | null, maxWaitMs: number): number {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:[,;]|$)/i.exec(prefer ?? '')?.[1];
  return Math.floor(Math.min(Number(seconds ?? 0), maxWaitMs / 1_000));
}
