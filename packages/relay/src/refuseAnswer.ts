import { parseErrorEnvelope } from '@stepframe/core';
import type { UpstreamAnswer } from './createUpstream.ts';
import { Refusal } from './Refusal.ts';

const byStatus: Readonly<Record<number, readonly [status: number, errorCode: string, message: string]>> = {
  400: [400, 'invalid_request', 'The verification service found a field missing or wrong.'],
  401: [502, 'upstream_refused_credentials', 'The verification service refused this server. The operator has to look at its key.'],
  403: [502, 'upstream_refused_credentials', 'The verification service refused this server. The operator has to look at its key.'],
  404: [404, 'not_found', 'The verification service knows no such journey or step.'],
  409: [409, 'conflict', 'The step is concluded or still processing, or the journey is completed. Read the summary and go on from there.'],
  413: [413, 'too_large', 'The pictures are larger than the verification service takes.'],
  415: [415, 'unsupported_type', 'The verification service does not take this kind of picture.'],
  422: [422, 'invalid_request', 'The verification service found a field missing or wrong.'],
  429: [429, 'rate_limited', 'Too many calls. Wait before the next one.'],
  503: [503, 'upstream_unavailable', 'The verification service is not available at the moment. Try again later.'],
};

const otherwise = [502, 'upstream_error', 'The verification service failed to answer properly. Try again in a moment.'] as const;

/**
 * Turns the API's refusal into the relay's. The API's `error_code` is kept when it looks like one; its message is not,
 * since it could repeat anything that was sent.
 *
 * A 401 or 403 is about the relay's key, so it must not look to the browser like the end of its session.
 */
export function refuseAnswer(answer: UpstreamAnswer): Refusal {
  const { status, retryAfterMs } = answer;
  const [as, ownCode, message] =
    byStatus[status] ?? (status > 403 && status < 500 ? [400, 'invalid_request', byStatus[400]?.[2] ?? ''] : otherwise);
  const apiCode = status === 401 || status === 403 ? '' : parseErrorEnvelope(answer.json).apiCode;
  const errorCode = /^[a-z0-9_]{1,64}$/.test(apiCode) ? apiCode : ownCode;
  return new Refusal(as, errorCode, message, { retryAfterMs: as === 429 || as === 503 ? retryAfterMs : undefined });
}
