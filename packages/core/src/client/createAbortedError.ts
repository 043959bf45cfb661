import { RequestError } from '../errors/RequestError.ts';

/** What a call ends with when its signal fires; `mayHaveArrived` is `false` while nothing has been sent. */
export function createAbortedError(mayHaveArrived = true): RequestError {
  return new RequestError('request/aborted', 'The request was cancelled before an answer came. It may or may not have arrived.', {
    retryable: true,
    mayHaveArrived,
  });
}
