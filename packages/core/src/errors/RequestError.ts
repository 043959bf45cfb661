import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/**
 * Why a request came to nothing.
 *
 * | code | when | retryable |
 * | --- | --- | --- |
 * | `request/aborted` | the caller's signal fired | yes |
 * | `request/network` | no answer: offline, DNS, TLS, connection cut | yes |
 * | `request/timeout` | no answer within `timeoutMs` | yes |
 * | `request/unauthorized` | 401: credentials or session missing or wrong | no |
 * | `request/session-expired` | the session has expired and the relay does not renew it: the person signs in, or starts again | no |
 * | `request/outcome-unknown` | a relay cannot say whether an earlier sending arrived: it is sent again by the person's word only | no |
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
  | 'request/session-expired'
  | 'request/outcome-unknown'
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
  /** See `RequestError.mayHaveArrived`. Default `true`. */
  readonly mayHaveArrived?: boolean | undefined;
}

/** A request that was refused or never answered. Source of the codes: docs/error-handling of the API. */
export class RequestError extends StepframeError<RequestErrorCode> {
  readonly status: number | undefined;
  readonly apiCode: string | undefined;
  readonly retryAfterMs: number | undefined;
  /**
   * `false` when the receiver cannot have taken the request: it refused it, or the body had not wholly left when the
   * connection broke, or the relay said so. Only then may a submission be sent again without asking anybody.
   *
   * `true` when that is not known: after a timeout, a lost answer, a 5xx, and a conflict, which an earlier sending of the
   * same submission may have caused.
   */
  readonly mayHaveArrived: boolean;

  constructor(code: RequestErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(code, message, options);
    this.status = options.status;
    this.apiCode = options.apiCode;
    this.retryAfterMs = options.retryAfterMs;
    this.mayHaveArrived = options.mayHaveArrived ?? true;
  }
}
