import { describe, expect, it } from 'vitest';
import { createRelay } from './createRelay.ts';
import { createBench, createCalmApi, makeRequest, makeSubmission, origin, readRefusal } from './testing/createBench.ts';
import { picture, testBoundary, writeMultipart } from './testing/writeMultipart.ts';

const step = writeMultipart([{ name: 'journey_id', value: 'journey-1' }, { name: 'step_id', value: '0' }, picture('image')]);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };

describe('createRelay', () => {
  it.each([
    ['POST', '/start-journey', 200],
    ['POST', '/process-journey-step', 401],
    ['POST', '/complete-journey', 401],
    ['POST', '/renew-session', 401],
    ['GET', '/renew-session', 405],
    ['GET', '/summary/journey-1', 401],
    ['GET', '/start-journey', 405],
    ['PUT', '/process-journey-step', 405],
    ['GET', '/complete-journey', 405],
    ['POST', '/summary/journey-1', 405],
    ['HEAD', '/summary/journey-1', 405],
    ['OPTIONS', '/start-journey', 405],
    ['GET', '/summary', 404],
    ['GET', '/result/journey-1', 404],
    ['DELETE', '/journey-1', 404],
    ['POST', '/aml/search', 404],
  ])('answers %s %s without a session with %i, and with its security headers', async (method, path, status) => {
    const { relay, seen, events } = createBench();
    const response = await relay(makeRequest(method, path));
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    });
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
    expect(events.at(-1)).toMatchObject({ type: 'request', status, requestId: response.headers.get('x-request-id') });
  });

  it.each([
    ['GET', '/start-journey', 'POST'],
    ['POST', '/summary/journey-1', 'GET'],
  ])('says what %s %s takes instead', async (method, path, allow) => {
    const bare = await createBench().relay(makeRequest(method, path));
    expect(bare.headers.get('allow')).toBe(allow);
    const cors = await createBench({ allowedOrigins: ['https://app.example'] }).relay(makeRequest(method, path));
    expect(cors.headers.get('allow')).toBe(`${allow}, OPTIONS`);
  });

  it('keeps to its base path', async () => {
    const { relay } = createBench({ basePath: '/api/verify' });
    const at = (path: string) => relay(new Request(`${origin}${path}`, { method: 'POST' })).then(({ status }) => status);
    expect(await at('/api/verify/journey/v2/start-journey')).toBe(200);
    expect(await at('/stepframe/journey/v2/start-journey')).toBe(404);
  });

  it('uses the paths, the prefix and the skip field of the account upstream', async () => {
    const { relay, seen, start } = createBench({
      pathPrefix: '/v2',
      paths: { processStep: '/step', summary: '/look', complete: '/finish' },
      skipField: 'skip',
    });
    const token = await start();
    await relay(
      makeSubmission(
        token,
        writeMultipart([
          { name: 'step_id', value: '0' },
          { name: 'skip_step', value: 'true' },
        ]),
      ),
    );
    await relay(makeRequest('GET', '/summary/journey-1', { headers: bearer(token) }));
    await relay(makeRequest('POST', '/complete-journey', { headers: bearer(token) }));
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v2/start-journey',
      'POST /v2/step',
      'GET /v2/look/journey-1',
      'POST /v2/finish',
    ]);
    expect(seen[1]?.body).toContain('name="skip"');
  });

  it('sends the key as Basic to the API, in UTF-8', async () => {
    const { start, seen } = createBench({ credentials: { username: 'ké', password: '€uro' } });
    await start();
    const basic = seen[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '';
    expect(Buffer.from(basic, 'base64').toString()).toBe('ké:€uro');
  });

  it('forwards no header of the browser', async () => {
    const { relay, seen } = createBench();
    const token = await relay(makeRequest('POST', '/start-journey', { headers: { cookie: 'sid=1', 'x-forwarded-for': '1.2.3.4' } }))
      .then((response) => response.json() as Promise<{ session: { token: string } }>)
      .then(({ session }) => session.token);
    await relay(makeSubmission(token, step, { headers: { cookie: 'sid=1' } }));
    for (const { headers } of seen) expect([...headers.keys()].toSorted()).toEqual(['accept', 'authorization', 'content-type']);
  });

  it('does not let one journey read, submit to or complete another', async () => {
    const { relay, seen, start } = createBench();
    const first = await start();
    const second = await start();
    const calls = seen.length;
    const refused = await Promise.all([
      relay(makeRequest('GET', '/summary/journey-1', { headers: bearer(second) })),
      relay(makeSubmission(second, step)),
      relay(makeRequest('POST', '/complete-journey', { headers: { ...bearer(second), ...json }, body: '{"journey_id":"journey-1"}' })),
    ]);
    for (const response of refused) expect(await readRefusal(response)).toEqual([403, 'other_journey']);
    expect(seen).toHaveLength(calls);
    expect((await relay(makeSubmission(first, step))).status).toBe(200);
    expect(seen.at(-1)?.body).toContain('journey-1');
  });

  it('writes the journey of the session into a submission that names none', async () => {
    const { relay, seen, start } = createBench();
    await start();
    const second = await start();
    await relay(makeSubmission(second, writeMultipart([{ name: 'step_id', value: '0' }, picture('image')])));
    expect(seen.at(-1)?.body).toContain('name="journey_id"\r\n\r\njourney-2\r\n');
    await relay(makeRequest('POST', '/complete-journey', { headers: bearer(second) }));
    expect(seen.at(-1)?.body).toBe('{"journey_id":"journey-2"}');
  });

  it('refuses a session of a relay with another secret, and one that has expired', async () => {
    let nowMs = Date.UTC(2026, 0, 1);
    const { relay, start, seen } = createBench({ now: () => nowMs, sessionTtlMs: 60_000 });
    const stranger = await createBench({ sessionSecret: 'another-secret-of-32-bytes-or-more!!' }).start();
    const token = await start();
    const routes = (value: string) => [
      relay(makeRequest('GET', '/summary/journey-1', { headers: bearer(value) })),
      relay(makeSubmission(value, step)),
      relay(makeRequest('POST', '/complete-journey', { headers: bearer(value) })),
    ];
    for (const response of await Promise.all(routes(stranger))) expect(await readRefusal(response)).toEqual([401, 'session_invalid']);
    nowMs += 60_000;
    for (const response of await Promise.all(routes(token))) expect(await readRefusal(response)).toEqual([401, 'session_expired']);
    expect(seen).toHaveLength(1);
  });

  it('takes base64 JSON for no submission and says what to send', async () => {
    const { relay, start } = createBench();
    const body = JSON.stringify({ journey_id: 'journey-1', step_id: '0', image: 'aGk=' });
    const response = await relay(makeRequest('POST', '/process-journey-step', { headers: { ...bearer(await start()), ...json }, body }));
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error_code: 'unsupported_media_type', message: expect.stringContaining('multipart') });
  });

  it.each([
    ['POST', '/start-journey'],
    ['POST', '/process-journey-step'],
    ['POST', '/complete-journey'],
    ['POST', '/renew-session'],
  ])('takes no %s %s from a page of another origin', async (method, path) => {
    const { relay, seen, start } = createBench();
    const token = await start();
    const headers = {
      ...bearer(token),
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      'content-type': `multipart/form-data; boundary=${testBoundary}`,
    };
    expect(await readRefusal(await relay(makeRequest(method, path, { headers })))).toEqual([403, 'origin_not_allowed']);
    expect(seen).toHaveLength(1);
  });

  it('answers preflights and real requests of an allowed origin, errors included', async () => {
    const { relay } = createBench({ allowedOrigins: ['https://app.example'] });
    const headers = { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' };
    const preflight = await relay(makeRequest('OPTIONS', '/process-journey-step', { headers }));
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match, prefer, stepframe-retry',
    });
    const look = await relay(makeRequest('OPTIONS', '/summary/journey-1', { headers }));
    expect([look.status, look.headers.get('access-control-allow-methods')]).toEqual([204, 'GET']);
    const refused = await relay(makeRequest('GET', '/summary/journey-1', { headers }));
    expect(refused.status).toBe(401);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': 'etag, preference-applied, retry-after, x-request-id',
    });
    const evil = await relay(makeRequest('OPTIONS', '/start-journey', { headers: { ...headers, origin: 'https://evil.example' } }));
    expect(evil.status).toBe(403);
    expect(evil.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('survives an operator whose log throws', async () => {
    const { relay } = createBench({
      onEvent() {
        throw new Error('disk full');
      },
    });
    expect((await relay(makeRequest('POST', '/start-journey'))).status).toBe(200);
  });

  it('runs on the global fetch when none is given, looked up at each call', async () => {
    const api = createCalmApi();
    const before = globalThis.fetch;
    const relay = createRelay({
      credentials: { username: 'u', password: 'p' },
      sessionSecret: 'x'.repeat(32),
      authorize: () => ({ subject: 's', flowId: 'f', referenceNo: 'r' }),
    });
    globalThis.fetch = async (input) =>
      api({ method: 'POST', path: new URL(String(input)).pathname, headers: new Headers(), body: '' }, null);
    try {
      expect((await relay(makeRequest('POST', '/start-journey'))).status).toBe(200);
    } finally {
      globalThis.fetch = before;
    }
  });
});
