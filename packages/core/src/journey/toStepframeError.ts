import { isStepframeError, StepframeError } from '../errors/StepframeError.ts';

/** Any caught value as an error with a code: what a host's own client or axios interceptor throws has none. */
export function toStepframeError(error: unknown): StepframeError {
  return isStepframeError(error)
    ? error
    : new StepframeError('unexpected/error', 'Something failed that Stepframe does not know; see `cause`. Nothing is lost; try again.', {
        retryable: true,
        cause: error,
      });
}
