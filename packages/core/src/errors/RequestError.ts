import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/**
 * Why a request came to nothing.
 *
 * | code | when | retryable |
 * | --- | --- | --- |
 * | `request/aborted` | the caller's signal fired | yes |
 * | `request/network` | no answer: offline, DNS, TLS, connection cut | yes |
 * | `request/timeout` | no answer within `timeoutMs` | yes |
 * | `request/unauthorized` | 401: credentials or session missing, wrong or expired | no |
 * | `request/forbidden` | 403: not this tenant, journey or address | no |
 * | `request/not-found` | 404: no such journey or step | no |
 * | `request/conflict` | 409: concluded step, completed journey, step still processing | no |
 * | `request/too-large` | 413: the body is over the limit | no |
 * | `request/unsupported-type` | 415: the content or image type is not accepted | no |
 * | `request/invalid` | 400, 422 and other 4xx: a field is missing or wrong | no |
 * | `request/rate-limited` | 429, or a temporary block (403 with `Retry-After`): wait `retryAfterMs` | yes |
 * | `request/server` | 5xx, or a redirect | yes |
 */
export type RequestErrorCode =
  | 'request/aborted'
  | 'request/network'
  | 'request/timeout'
  | 'request/unauthorized'
  | 'request/forbidden'
  | 'request/not-found'
  | 'request/conflict'
  | 'request/too-large'
  | 'request/unsupported-type'
  | 'request/invalid'
  | 'request/rate-limited'
  | 'request/server';

export interface RequestErrorOptions extends StepframeErrorOptions {
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The API's own `error_code`, an open set. */
  readonly apiCode?: string | undefined;
  /** How long to wait before trying again, from `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** A request that was refused or never answered. Source of the codes: docs/error-handling of the API. */
export class RequestError extends StepframeError<RequestErrorCode> {
  readonly status: number | undefined;
  readonly apiCode: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: RequestErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(code, message, options);
    this.status = options.status;
    this.apiCode = options.apiCode;
    this.retryAfterMs = options.retryAfterMs;
  }
}
