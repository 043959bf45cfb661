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
  changes: {
    key?: Uint8Array;
    alg?: string;
    iss?: string;
    aud?: string;
    sub?: string;
    exp?: number;
    journeyId?: unknown;
    beganAt?: unknown;
  } = {},
) {
  const { key = secret, alg = 'HS256', iss = 'stepframe-relay', aud = 'stepframe-journey', sub = 'p', exp = nowMs / 1_000 + 60 } = changes;
  return new SignJWT({
    ...('journeyId' in changes ? { journey_id: changes.journeyId } : claims),
    ...('beganAt' in changes && { began_at: changes.beganAt }),
  })
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
  const sessions = createSessions({ secret, ttlMs: 60_000, maxAgeMs: 600_000, now: () => clockMs });

  it('reads back what it issued, until it expires', async () => {
    clockMs = nowMs;
    const { token, expiresAt } = await sessions.issue({ journeyId: 'j1', subject: 'person' });
    expect(expiresAt).toBe('2026-01-01T00:01:00.000Z');
    expect(await sessions.verify(bearer(token))).toEqual({ journeyId: 'j1', subject: 'person', beganAtMs: nowMs });
    clockMs = nowMs + 59_999;
    expect(await sessions.verify(bearer(token))).toEqual({ journeyId: 'j1', subject: 'person', beganAtMs: nowMs });
    clockMs = nowMs + 60_000;
    await expect(sessions.verify(bearer(token))).rejects.toMatchObject({ status: 401, errorCode: 'session_expired' });
    clockMs = nowMs;
  });

  it('takes a token signed outside with the same claims, so the refusals below are about what they change', async () => {
    expect(await sessions.verify(bearer(await sign()))).toEqual({ journeyId: 'j1', subject: 'p', beganAtMs: nowMs });
  });

  it.each([
    ['another secret', () => sign({ key: other })],
    ['another algorithm', () => sign({ alg: 'HS512', key: new Uint8Array(64).fill(7) })],
    ['the right secret under another algorithm', () => sign({ alg: 'HS384' })],
    ['another issuer', () => sign({ iss: 'somebody' })],
    ['another audience', () => sign({ aud: 'somewhere' })],
    ['a journey that is no text', () => sign({ journeyId: 7 })],
    ['a beginning that is no time', () => sign({ beganAt: 'yesterday' })],
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

  it('lets an expired session be renewed, again and again, until the journey is too old', async () => {
    clockMs = nowMs;
    let { token } = await sessions.issue({ journeyId: 'j1', subject: 'person' });
    for (let turn = 1; turn <= 5; turn += 1) {
      clockMs = nowMs + turn * 110_000;
      await expect(sessions.verify(bearer(token))).rejects.toMatchObject({ errorCode: 'session_expired' });
      const session = await sessions.verifyForRenewal(bearer(token));
      expect(session).toEqual({ journeyId: 'j1', subject: 'person', beganAtMs: nowMs });
      ({ token } = await sessions.issue(session));
      expect(await sessions.verify(bearer(token))).toEqual(session);
    }
    clockMs = nowMs + 600_000;
    expect(await sessions.verifyForRenewal(bearer(token))).toMatchObject({ beganAtMs: nowMs });
    clockMs = nowMs + 600_001;
    const old = { status: 401, errorCode: 'session_ended', headers: { 'www-authenticate': 'Bearer' } };
    await expect(sessions.verifyForRenewal(bearer(token))).rejects.toMatchObject(old);
    clockMs = nowMs + 86_400_000;
    await expect(sessions.verifyForRenewal(bearer(token))).rejects.toMatchObject(old);
    clockMs = nowMs;
  });

  it('counts from its own issue where a session says nothing of the beginning', async () => {
    clockMs = nowMs + 500_000;
    expect(await sessions.verifyForRenewal(bearer(await sign()))).toEqual({ journeyId: 'j1', subject: 'p', beganAtMs: nowMs });
    clockMs = nowMs;
  });

  it('renews no session that it would not have taken before it expired', async () => {
    clockMs = nowMs + 120_000;
    for (const changes of [{ key: other }, { iss: 'somebody' }, { aud: 'somewhere' }, { journeyId: 7 }]) {
      await expect(sessions.verifyForRenewal(bearer(await sign(changes)))).rejects.toMatchObject({ errorCode: 'session_invalid' });
    }
    await expect(sessions.verifyForRenewal(bearer(''))).rejects.toMatchObject({ errorCode: 'session_missing' });
    clockMs = nowMs;
  });
});
