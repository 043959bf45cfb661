import { parseErrorEnvelope } from '../contract/parseErrorEnvelope.ts';
import { parseRetryAfter } from '../contract/parseRetryAfter.ts';
import { RequestError, type RequestErrorCode } from '../errors/RequestError.ts';

/** What is read of a refused answer. */
export interface RefusedAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Value of `Retry-After`: seconds or an HTTP date. */
  readonly retryAfter: string | null | undefined;
}

const byStatus: Readonly<Record<number, readonly [RequestErrorCode, string]>> = {
  401: ['request/unauthorized', 'The credentials or the session are missing or wrong. Check the key, or start the journey again.'],
  403: ['request/forbidden', 'This journey may not be used with these credentials or this session.'],
  404: ['request/not-found', 'There is no such journey or step. Check the ids and the path prefix.'],
  409: [
    'request/conflict',
    'The step is concluded or still processing, or the journey is completed. Read the summary and go on from there.',
  ],
  413: ['request/too-large', 'The pictures are larger than the receiver takes. Lower `maxBytes` in the image limits.'],
  415: ['request/unsupported-type', 'The receiver does not take this kind of picture or body. Send JPEG or PNG as multipart form data.'],
  429: ['request/rate-limited', 'Too many calls; the receiver asks to wait before the next one.'],
};

/** What only a relay says, by its `error_code`. */
const byRelay: ReadonlyMap<string, readonly [RequestErrorCode, string]> = new Map([
  [
    'session_expired',
    ['request/session-expired', 'The session has expired and was not renewed. Let the person sign in again, or start the journey again.'],
  ],
  [
    'outcome_unknown',
    [
      'request/outcome-unknown',
      'Nobody can say whether an earlier sending of this submission arrived. Read the summary, and send it again by the person’s word only.',
    ],
  ],
]);

/**
 * Refusals that may be about what has arrived: a conflict can be the work of an earlier sending of the same submission,
 * and 408 and 499 come from proxies that gave up on one side.
 */
const unclear: ReadonlySet<number> = new Set([408, 409, 499]);

/** Turns a refused answer (any status that is not 2xx) into a typed error. The API's own message is kept in the error's text. */
export function toRequestError({ status, body, retryAfter }: RefusedAnswer, nowMs: number = Date.now()): RequestError {
  const { message, apiCode, arrived } = parseErrorEnvelope(body);
  const retryAfterMs = parseRetryAfter(retryAfter, nowMs);
  // A 403 that says when to come back is the temporary block for polling too fast, whose status is not documented.
  const [code, advice] = byRelay.get(apiCode) ?? byStatus[status === 403 && retryAfterMs !== undefined ? 429 : status] ?? byRange(status);
  return new RequestError(code, message ? `${advice} It said: ${message}` : `${advice} (HTTP ${status})`, {
    status,
    apiCode: apiCode || undefined,
    retryAfterMs,
    retryable: code === 'request/server' || code === 'request/rate-limited',
    mayHaveArrived: arrived ?? (status < 400 || status > 499 || unclear.has(status)),
  });
}

function byRange(status: number): readonly [RequestErrorCode, string] {
  if (status >= 500) return ['request/server', 'The receiver failed to answer properly. Nothing is lost; try again in a moment.'];
  if (status >= 400) return ['request/invalid', 'The receiver found a field missing or wrong.'];
  return [
    'request/server',
    'The request was sent elsewhere (a redirect), which is not followed: pictures go only where they were addressed. Check the address, and whether a login page stands before it.',
  ];
}
