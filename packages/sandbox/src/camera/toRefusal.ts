import type { FakeOutcome } from './FakeCamera.ts';

// The wording is Chromium's, so that code that looks at messages (it should not) meets the real ones.
const refusals: Partial<Record<FakeOutcome, readonly [name: string, message: string]>> = {
  denied: ['NotAllowedError', 'Permission denied'],
  dismissed: ['NotAllowedError', 'Permission dismissed'],
  'denied-by-system': ['NotAllowedError', 'Permission denied by system'],
  missing: ['NotFoundError', 'Requested device not found'],
  busy: ['NotReadableError', 'Could not start video source'],
  aborted: ['AbortError', 'Starting videoinput failed'],
};

/** The exception a browser gives for an outcome, or `undefined` when the outcome gives a stream. */
export function toRefusal(outcome: FakeOutcome): DOMException | undefined {
  const refusal = refusals[outcome];
  return refusal && new DOMException(refusal[1], refusal[0]);
}
