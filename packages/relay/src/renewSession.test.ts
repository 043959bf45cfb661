import { describe, expect, it, vi } from 'vitest';
import type { Authorize, RelayOptions, StartGrant } from './RelayOptions.ts';
import { createBench, makeRequest, readRefusal } from './testing/createBench.ts';

const grant: StartGrant = { subject: 'person-1', flowId: 'flow-1', referenceNo: 'ref-1' };
const dayMs = 24 * 60 * 60_000;

/** A relay with one journey begun, a clock, and a host that can be asked otherwise later. */
async function createRenewal(options: Partial<RelayOptions> = {}) {
  let nowMs = Date.UTC(2026, 0, 1);
  const authorize = vi.fn<Authorize>(() => grant);
  const bench = createBench({ now: () => nowMs, authorize, ...options });
  const token = await bench.start();
  authorize.mockClear();
  return {
    ...bench,
    authorize,
    token,
    pass: (ms: number) => (nowMs += ms),
    renew: (session: string, init: RequestInit = {}) =>
      bench.relay(makeRequest('POST', '/renew-session', { ...init, headers: { authorization: `Bearer ${session}`, cookie: 'sid=1' } })),
    look: (session: string) => bench.relay(makeRequest('GET', '/summary/journey-1', { headers: { authorization: `Bearer ${session}` } })),
  };
}

const sessionOf = async (response: Response) =>
  ((await response.json()) as { session: { token: string; expires_at: string; picture_key: string } }).session;

describe('renewSession', () => {
  it('asks the host again and hands out another session of the same journey', async () => {
    const { renew, look, pass, token, authorize, seen } = await createRenewal();
    pass(31 * 60_000);
    expect(await readRefusal(await look(token))).toEqual([401, 'session_expired']);
    const response = await renew(token, { body: '{"subject":"person-2"}' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const session = await sessionOf(response);
    expect(session).toEqual({
      token: expect.any(String),
      expires_at: '2026-01-01T01:01:00.000Z',
      picture_key: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await look(session.token)).status).toBe(200);
    const [request, body, purpose] = authorize.mock.calls[0] ?? [];
    expect([request?.headers.get('cookie'), body, purpose]).toEqual(['sid=1', null, 'renew']);
    // No journey is started, whatever the grant says.
    expect(seen.map(({ path }) => path)).toEqual(['/journey/v2/start-journey', '/journey/v2/summary/journey-1']);
  });

  it('renews a session that is still valid too', async () => {
    const { renew, look, pass, token } = await createRenewal();
    pass(60_000);
    const { token: renewed } = await sessionOf(await renew(token));
    expect(renewed).not.toBe(token);
    expect([(await look(token)).status, (await look(renewed)).status]).toEqual([200, 200]);
  });

  it('goes on for seven days from the beginning of the journey, and no longer by being renewed', async () => {
    const { renew, pass, token } = await createRenewal();
    let session = token;
    for (let day = 1; day <= 7; day += 1) {
      pass(dayMs);
      session = (await sessionOf(await renew(session))).token;
    }
    pass(1_000);
    expect(await readRefusal(await renew(session))).toEqual([401, 'session_ended']);
    const short = await createRenewal({ sessionMaxAgeMs: 3_600_000 });
    short.pass(3_600_001);
    expect(await readRefusal(await short.renew(short.token))).toEqual([401, 'session_ended']);
    expect(short.authorize).not.toHaveBeenCalled();
  });

  it.each<[string, Authorize, readonly [number, string]]>([
    ['grants nothing', () => null, [401, 'not_authorized']],
    ['grants it to somebody else', () => ({ ...grant, subject: 'person-2' }), [403, 'other_subject']],
    [
      'throws',
      () => {
        throw new Error('secret detail');
      },
      [500, 'authorize_failed'],
    ],
    ['answers with no response at all', () => Response.error(), [500, 'invalid_grant']],
  ])('gives none when the host %s', async (_what, decide, refusal) => {
    const { renew, pass, token, authorize } = await createRenewal();
    pass(dayMs);
    authorize.mockImplementation(decide);
    const response = await renew(token);
    expect(await response.clone().text()).not.toContain('secret detail');
    expect(await readRefusal(response)).toEqual(refusal);
  });

  it("passes the host's own answer on", async () => {
    const { renew, token, authorize } = await createRenewal();
    authorize.mockImplementation(() => new Response('Sign in first', { status: 403 }));
    const response = await renew(token);
    expect([response.status, await response.text(), response.headers.get('cache-control')]).toEqual([403, 'Sign in first', 'no-store']);
  });

  it('asks nobody about a session that is none', async () => {
    const { renew, relay, authorize } = await createRenewal();
    const stranger = await createBench({ sessionSecret: 'another-secret-of-32-bytes-or-more!!' }).start();
    expect(await readRefusal(await renew(stranger))).toEqual([401, 'session_invalid']);
    expect(await readRefusal(await relay(makeRequest('POST', '/renew-session')))).toEqual([401, 'session_missing']);
    expect(authorize).not.toHaveBeenCalled();
  });
});
