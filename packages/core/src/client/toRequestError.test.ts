import { describe, expect, it } from 'vitest';
import type { RequestErrorCode } from '../errors/RequestError.ts';
import { toRequestError } from './toRequestError.ts';

const nowMs = Date.parse('2026-01-02T03:04:05Z');
const refuse = (status: number, retryAfter?: string, body: unknown = null) => toRequestError({ status, body, retryAfter }, nowMs);

describe('toRequestError', () => {
  it.each<[number, RequestErrorCode, boolean]>([
    [301, 'request/server', true],
    [304, 'request/server', true],
    [400, 'request/invalid', false],
    [401, 'request/unauthorized', false],
    [403, 'request/forbidden', false],
    [404, 'request/not-found', false],
    [405, 'request/invalid', false],
    [409, 'request/conflict', false],
    [413, 'request/too-large', false],
    [415, 'request/unsupported-type', false],
    [418, 'request/invalid', false],
    [422, 'request/invalid', false],
    [429, 'request/rate-limited', true],
    [500, 'request/server', true],
    [502, 'request/server', true],
    [503, 'request/server', true],
    [504, 'request/server', true],
    [599, 'request/server', true],
  ])('turns status %d into %s', (status, code, retryable) => {
    expect(refuse(status)).toMatchObject({ name: 'RequestError', code, retryable, status, apiCode: undefined, retryAfterMs: undefined });
  });

  it.each<[number, boolean]>([
    [302, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [408, true],
    [409, true],
    [413, false],
    [415, false],
    [422, false],
    [429, false],
    [499, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
  ])('says of a submission refused with %d whether it may have arrived: %s, unless the relay knows', (status, mayHaveArrived) => {
    expect(refuse(status)).toMatchObject({ mayHaveArrived });
    expect(refuse(status, undefined, { arrived: !mayHaveArrived })).toMatchObject({ mayHaveArrived: !mayHaveArrived });
    expect(refuse(status, undefined, { arrived: 'perhaps' })).toMatchObject({ mayHaveArrived });
  });

  it('knows what only a relay says by its code, not by the status', () => {
    expect(refuse(401, undefined, { error_code: 'session_expired' })).toMatchObject({ code: 'request/session-expired', retryable: false });
    expect(refuse(401, undefined, { error_code: 'session_missing' })).toMatchObject({ code: 'request/unauthorized' });
    expect(refuse(409, undefined, { error_code: 'outcome_unknown' })).toMatchObject({
      code: 'request/outcome-unknown',
      mayHaveArrived: true,
    });
    expect(refuse(409, undefined, { error_code: 'constructor' })).toMatchObject({ code: 'request/conflict', apiCode: 'constructor' });
  });

  it('takes a 403 that says when to come back for the temporary block', () => {
    expect(refuse(403, '10')).toMatchObject({ code: 'request/rate-limited', retryable: true, status: 403, retryAfterMs: 10_000 });
  });

  it.each([401, 404, 409, 413, 422])('does not make a %d retryable because it names a time', (status) => {
    expect(refuse(status, '10')).toMatchObject({ retryable: false, retryAfterMs: 10_000 });
  });

  it('keeps the words and the code of the API', () => {
    const error = refuse(409, undefined, { success: false, message: 'The step is concluded.', error_code: 'step_concluded' });
    expect(error.apiCode).toBe('step_concluded');
    expect(error.message).toMatch(/Read the summary.*It said: The step is concluded\.$/);
  });

  it.each([['<html><body>Bad gateway</body></html>'], [''], [null], [undefined], [[1, 2]], [{ message: 7, error_code: {} }]])(
    'says the status alone of a body such as %j',
    (body) => {
      const error = refuse(502, undefined, body);
      expect(error.message).toBe('The receiver failed to answer properly. Nothing is lost; try again in a moment. (HTTP 502)');
      expect(error.apiCode).toBeUndefined();
    },
  );
});
