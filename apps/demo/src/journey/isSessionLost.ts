import type { StepframeError } from '@stepframe/core';

const lostCodes: ReadonlySet<string> = new Set([
  'request/session-expired',
  'request/unauthorized',
  'request/forbidden',
  'request/not-found',
]);

/** Whether the session or its journey is gone, so that only a new start helps. */
export function isSessionLost({ code }: StepframeError): boolean {
  return lostCodes.has(code);
}
