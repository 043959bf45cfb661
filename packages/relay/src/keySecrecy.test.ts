import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  basicToken,
  createBench,
  createCalmApi,
  makeRequest,
  makeSubmission,
  secretKey,
  type UpstreamStub,
} from './testing/createBench.ts';
import { picture, writeMultipart } from './testing/writeMultipart.ts';

const step = writeMultipart([{ name: 'step_id', value: '0' }, picture('image')]);

/** An answer that repeats the key wherever there is room for it. */
function echo(status: number): UpstreamStub {
  return ({ path }) =>
    new Response(
      status === 204
        ? null
        : JSON.stringify({
            success: false,
            journey_id: path.includes('/summary/') || path.endsWith('/start-journey') ? 'journey-1' : secretKey,
            reference_no: secretKey,
            message: `Your header was Basic ${basicToken}`,
            error_code: secretKey,
            step_summaries: [{ definition: { step_id: '0', step_title: secretKey } }],
            nested: { deep: [`\u0000${basicToken}`] },
          }),
      {
        status,
        statusText: secretKey,
        headers: {
          'x-echo': secretKey,
          'www-authenticate': `Basic realm="${secretKey}"`,
          'set-cookie': `k=${basicToken}`,
          location: `https://elsewhere.example/${secretKey}`,
          'retry-after': secretKey,
        },
      },
    );
}

const failures: [string, UpstreamStub][] = [
  ...[200, 202, 204, 301, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503].map((status): [string, UpstreamStub] => [
    `echoes the key with ${status}`,
    echo(status),
  ]),
  ['echoes the key as a page', () => new Response(`<pre>${secretKey} ${basicToken}</pre>`, { status: 500 })],
  ['echoes the key as plain JSON text', () => Response.json(secretKey)],
  [
    'echoes the key in an error',
    () => {
      throw new Error(`connect failed with ${secretKey} ${basicToken}`);
    },
  ],
  ['names the journey after the key', () => Response.json({ journey_id: secretKey })],
  [
    'echoes the key escaped',
    () =>
      new Response(
        `{"journey_id":"journey-1","x":"${[...secretKey].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
      ),
  ],
];

describe('the key', () => {
  it.each(failures)('never leaves when the API %s', async (_, api) => {
    const calm = createCalmApi();
    let isCalm = true;
    let nowMs = Date.UTC(2026, 0, 1);
    const sleep = async (ms: number) => {
      nowMs += ms;
    };
    const bench = createBench({ allowedOrigins: ['https://app.example'], now: () => nowMs, sleep }, (seen, signal) =>
      isCalm ? calm(seen, signal) : api(seen, signal),
    );
    const token = await bench.start();
    isCalm = false;

    const headers = { authorization: `Bearer ${token}`, origin: 'https://app.example' };
    const responses = [
      await bench.relay(makeRequest('POST', '/start-journey')),
      await bench.relay(makeRequest('GET', '/summary/journey-1', { headers })),
      await bench.relay(makeRequest('GET', '/summary/journey-1', { headers: { ...headers, 'if-none-match': 'W/"x"', prefer: 'wait=2' } })),
      await bench.relay(makeSubmission(token, step)),
      await bench.relay(makeSubmission(token, step, { headers: { 'idempotency-key': 'capture-1' } })),
      await bench.relay(makeSubmission(token, step, { headers: { 'idempotency-key': 'capture-1', 'stepframe-retry': 'again' } })),
      await bench.relay(makeRequest('POST', '/complete-journey', { headers })),
      await bench.relay(makeRequest('POST', '/renew-session', { headers })),
      await bench.relay(makeRequest('OPTIONS', '/start-journey', { headers })),
      await bench.relay(makeRequest('PUT', '/start-journey', { headers })),
      await bench.relay(makeRequest('GET', '/elsewhere', { headers })),
      await bench.relay(makeRequest('GET', '/summary/journey-1', { headers: { authorization: `Basic ${basicToken}` } })),
    ];

    const seenOutside = JSON.stringify([
      await Promise.all(
        responses.map(async (response) => [response.status, response.statusText, [...response.headers], await response.text()]),
      ),
      bench.events,
    ]);
    expect(bench.seen.length).toBeGreaterThanOrEqual(4);
    for (const { headers: sent } of bench.seen) expect(sent.get('authorization')).toBe(`Basic ${basicToken}`);
    expect(seenOutside).not.toContain(secretKey);
    expect(seenOutside).not.toContain(basicToken);
    // Nor does it hide in the session.
    const decoded = seenOutside.replaceAll(/[\w-]{20,}/g, (text) => `${text} ${Buffer.from(text, 'base64url').toString('latin1')}`);
    expect(decoded).not.toContain(secretKey);
  });

  it('keeps events free of journeys, people, tokens, keys of pictures and names of submissions', async () => {
    const { relay, events } = createBench();
    const started = await relay(makeRequest('POST', '/start-journey'));
    const { session } = (await started.json()) as Granted;
    const headers = { authorization: `Bearer ${session.token}` };
    const named = { 'idempotency-key': 'name-of-a-capture' };
    await relay(makeSubmission(session.token, step, { headers: named }));
    await relay(makeSubmission(session.token, step, { headers: named }));
    await relay(makeRequest('GET', '/summary/journey-1', { headers }));
    await relay(makeRequest('GET', '/summary/a-person@example.com'));
    await relay(makeRequest('POST', '/renew-session', { headers }));
    const told = JSON.stringify(events);
    expect(events).toHaveLength(9);
    const personal = ['journey-1', 'person-1', 'ref-1', 'a-person', session.token, session.picture_key, 'name-of-a-capture'];
    for (const word of personal) expect(told).not.toContain(word);
  });
});

interface Granted {
  readonly session: { readonly token: string; readonly picture_key: string };
}

describe('the key of pictures', () => {
  /** Its bytes in any way they could be written. */
  const writingsOf = (key: string) => {
    const bytes = Buffer.from(key, 'base64url');
    return [key, bytes.toString('base64'), bytes.toString('hex'), bytes.toString('latin1')];
  };

  it('is in the answers that grant a session, and nowhere else: not in the session, not in other answers, not at the API', async () => {
    const { relay, seen, events } = createBench();
    const { session } = (await (await relay(makeRequest('POST', '/start-journey'))).json()) as Granted;
    const headers = { authorization: `Bearer ${session.token}` };
    const answers = [
      await relay(makeSubmission(session.token, step, { headers: { 'idempotency-key': 'k' } })),
      await relay(makeRequest('GET', '/summary/journey-1', { headers })),
      await relay(makeRequest('POST', '/complete-journey', { headers })),
      await relay(makeRequest('GET', '/summary/journey-2', { headers })),
    ];
    const texts = await Promise.all(answers.map(async (answer) => JSON.stringify([[...answer.headers], await answer.text()])));
    const atApi = seen.map(({ path, headers: sent, body }) => JSON.stringify([path, [...sent], body]));
    const claims = session.token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    const elsewhere = [...texts, ...atApi, JSON.stringify(events), session.token, ...claims].join('\n');
    expect(writingsOf(session.picture_key).map((writing) => elsewhere.includes(writing))).toEqual([false, false, false, false]);
  });

  it('is the HMAC of the journey under the secret: another for each of both, the same after a renewal and a restart', async () => {
    const keyOf = async (relay: ReturnType<typeof createBench>['relay']) =>
      ((await (await relay(makeRequest('POST', '/start-journey'))).json()) as Granted).session;
    const secret = 'a-session-secret-of-32-bytes-or-more';
    const [one, two, other] = [createBench(), createBench(), createBench({ sessionSecret: 'another-secret-of-32-bytes-or-more!!' })];
    const first = await keyOf(one.relay);
    expect(first.picture_key).toBe(createHmac('sha256', secret).update('stepframe-pictures:journey-1').digest('base64url'));
    expect((await keyOf(two.relay)).picture_key).toBe(first.picture_key);
    expect((await keyOf(one.relay)).picture_key).not.toBe(first.picture_key);
    expect((await keyOf(other.relay)).picture_key).not.toBe(first.picture_key);
    const renewed = await two.relay(makeRequest('POST', '/renew-session', { headers: { authorization: `Bearer ${first.token}` } }));
    expect(((await renewed.json()) as Granted).session.picture_key).toBe(first.picture_key);
  });
});
