/** The operations a relay answers; `none` is everything else. */
export type RelayRoute = 'start' | 'processStep' | 'summary' | 'complete' | 'renew' | 'none';

/** One request of a browser, told when its answer is ready. */
export interface RequestEvent {
  readonly type: 'request';
  /** Also in the answer, as `x-request-id`. */
  readonly requestId: string;
  readonly route: RelayRoute;
  /** Status of the answer; 499 when the browser went away before it. */
  readonly status: number;
  readonly durationMs: number;
  /** `error_code` of the answer; `null` when it went well. */
  readonly errorCode: string | null;
}

/** One call to the Journey API. */
export interface UpstreamEvent {
  readonly type: 'upstream';
  /** The request that caused it; `null` for a summary, which many requests share. */
  readonly requestId: string | null;
  readonly route: RelayRoute;
  readonly outcome: 'answered' | 'unreachable' | 'timed-out' | 'aborted';
  /** Status of the API's answer; `null` without one. */
  readonly status: number | null;
  readonly durationMs: number;
}

/**
 * What a relay tells its operator. No path, id of a journey or person, header, body or credential is ever in it, so it
 * may go to any log.
 */
export type RelayEvent = RequestEvent | UpstreamEvent;
