import type { StepframeError } from '../errors/StepframeError.ts';

const firstMs = 1_000;
const longestMs = 15_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: 1, 2, 4, 8 and then 15 s, each up to a quarter longer by chance, so that
 * many browsers do not come back at one moment; never sooner than the answer asked for. Pure.
 *
 * @param chance From 0 up to 1.
 */
export function toBackOffMs(failures: number, error: StepframeError, chance: number): number {
  const pauseMs = Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (1 + chance / 4);
  return Math.max(pauseMs, toRetryAfterMs(error));
}

/** What the receiver asked to wait for, in milliseconds; 0 when it did not. */
export function toRetryAfterMs(error: StepframeError): number {
  return 'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0;
}
