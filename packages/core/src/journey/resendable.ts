import type { StepframeError } from '../errors/StepframeError.ts';

const resendable = new WeakSet<StepframeError>();

/** Marks an error after which the same may be sent again: it cannot have arrived, or may arrive twice, and is worth another try. */
export function markResendable(error: StepframeError): StepframeError {
  resendable.add(error);
  return error;
}

export const isResendable = (error: unknown): boolean => resendable.has(error as StepframeError);
