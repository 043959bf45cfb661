import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/**
 * Why a step was not even sent.
 *
 * | code | when | retryable |
 * | --- | --- | --- |
 * | `step/pictures-lost` | a submission that was kept over a reload has no pictures in the browser any more: take them again | no |
 * | `step/same-picture` | the very same pictures were rejected a moment ago: sent again, they would cost an attempt | yes |
 */
export type StepErrorCode = 'step/pictures-lost' | 'step/same-picture';

/** A submission that was held back for the person's word. */
export class StepError extends StepframeError<StepErrorCode> {
  constructor(code: StepErrorCode, message: string, options: StepframeErrorOptions = {}) {
    super(code, message, { retryable: true, ...options });
  }
}
