import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSessions } from './createSessions.ts';

const secret = new TextEncoder().encode('a-session-secret-of-32-bytes-or-more');
const other = new TextEncoder().encode('another-secret-of-32-bytes-or-more!!');
const claims = { journey_id: 'j1' };
const nowMs = Date.UTC(2026, 0, 1);

const bearer = (token: string) => new Request('https://shop.example/', { headers: { authorization: `Bearer ${token}` } });

/** A token that is right in everything the changes leave alone. */
function sign(
  changes: { key?: Uint8Array; alg?: string; iss?: string; aud?: string; sub?: string; exp?: number; journeyId?: unknown } = {},
) {
  const { key = secret, alg = 'HS256', iss = 'stepframe-relay', aud = 'stepframe-journey', sub = 'p', exp = nowMs / 1_000 + 60 } = changes;
  return new SignJWT('journeyId' in changes ? { journey_id: changes.journeyId } : claims)
    .setProtectedHeader({ alg })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject(sub)
    .setIssuedAt(nowMs / 1_000)
    .setExpirationTime(exp)
    .sign(key);
}

describe('createSessions', () => {
  let clockMs = nowMs;
  const sessions = createSessions({ secret, ttlMs: 60_000, now: () => clockMs });

  it('reads back what it issued, until it expires', async () => {
    clockMs = nowMs;
    const { token, expiresAt } = await sessions.issue({ journeyId: 'j1', subject: 'person' });
    expect(expiresAt).toBe('2026-01-01T00:01:00.000Z');
    expect(await sessions.verify(bearer(token))).toEqual({ journeyId: 'j1', subject: 'person' });
    clockMs = nowMs + 59_999;
    expect(await sessions.verify(bearer(token))).toEqual({ journeyId: 'j1', subject: 'person' });
    clockMs = nowMs + 60_000;
    await expect(sessions.verify(bearer(token))).rejects.toMatchObject({ status: 401, errorCode: 'session_expired' });
    clockMs = nowMs;
  });

  it('takes a token signed outside with the same claims, so the refusals below are about what they change', async () => {
    expect(await sessions.verify(bearer(await sign()))).toEqual({ journeyId: 'j1', subject: 'p' });
  });

  it.each([
    ['another secret', () => sign({ key: other })],
    ['another algorithm', () => sign({ alg: 'HS512', key: new Uint8Array(64).fill(7) })],
    ['the right secret under another algorithm', () => sign({ alg: 'HS384' })],
    ['another issuer', () => sign({ iss: 'somebody' })],
    ['another audience', () => sign({ aud: 'somewhere' })],
    ['a journey that is no text', () => sign({ journeyId: 7 })],
    ['no journey', () => sign({ journeyId: undefined })],
    [
      'no signature (alg none)',
      async () =>
        new UnsecuredJWT(claims)
          .setIssuer('stepframe-relay')
          .setAudience('stepframe-journey')
          .setSubject('p')
          .setIssuedAt(nowMs / 1_000)
          .setExpirationTime('2h')
          .encode(),
    ],
    [
      'a changed payload',
      async () => {
        const [head, , signature] = (await sign()).split('.');
        const payload = btoa(
          JSON.stringify({
            ...claims,
            journey_id: 'j2',
            iss: 'stepframe-relay',
            aud: 'stepframe-journey',
            sub: 'p',
            iat: nowMs / 1_000,
            exp: nowMs / 1_000 + 60,
          }),
        );
        return `${head}.${payload.replaceAll('=', '')}.${signature}`;
      },
    ],
    ['no shape at all', async () => 'abc'],
  ])('refuses a token with %s', async (_, make) => {
    await expect(sessions.verify(bearer(await make()))).rejects.toMatchObject({ status: 401, errorCode: 'session_invalid' });
  });

  it.each([[undefined], [''], ['Bearer'], ['Basic dTpw'], ['Bearer a b'], [`Bearer ${'a'.repeat(5_000)}`]])(
    'asks for a session when the header is %j',
    async (authorization) => {
      const request = new Request('https://shop.example/', authorization === undefined ? {} : { headers: { authorization } });
      await expect(sessions.verify(request)).rejects.toMatchObject({
        status: 401,
        errorCode: 'session_missing',
        headers: { 'www-authenticate': 'Bearer' },
      });
    },
  );
});
