import type { AxiosInstance } from 'axios';
import { renewSessionPath } from '../contract/journeyPaths.ts';
import { type GrantedSession, parseSession } from '../contract/parseSession.ts';
import { RequestError } from '../errors/RequestError.ts';
import { sendRequest } from './sendRequest.ts';

export interface SessionRenewal {
  /** Address and path prefix of the relay. */
  readonly root: string;
  readonly authorization: string | null;
  readonly timeoutMs: number;
  readonly axios: AxiosInstance | undefined;
}

/**
 * Asks a relay for another session in place of one that has expired.
 *
 * @throws RequestError, always with `mayHaveArrived: false`, since it ends a call that the relay refused:
 *   `request/session-expired` when there is none to be had
 */
export async function renewSession({ root, axios, ...parts }: SessionRenewal): Promise<GrantedSession> {
  try {
    const { body } = await sendRequest({ method: 'POST', url: root + renewSessionPath, ...parts }, axios);
    const granted = parseSession(body, 'renew session');
    if (granted) return granted;
  } catch (error) {
    // An answer that cannot be read is as good as none at all.
    if (error instanceof RequestError) throw toRenewalError(error);
  }
  throw new RequestError('request/server', 'The relay renewed the session in a form that cannot be read. Try again in a moment.', {
    retryable: true,
    mayHaveArrived: false,
  });
}

function toRenewalError({ code, message, status, apiCode, retryAfterMs, retryable }: RequestError): RequestError {
  const facts = { status, apiCode, retryAfterMs, retryable, mayHaveArrived: false };
  return retryable
    ? new RequestError(code, message, facts)
    : new RequestError('request/session-expired', `The session was not renewed. ${message}`, facts);
}
