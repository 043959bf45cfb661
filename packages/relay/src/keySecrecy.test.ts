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
      await bench.relay(makeSubmission(token, step)),
      await bench.relay(makeRequest('POST', '/complete-journey', { headers })),
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

  it('keeps events free of journeys, people and tokens', async () => {
    const { relay, start, events } = createBench();
    const token = await start();
    await relay(makeSubmission(token, step));
    await relay(makeRequest('GET', '/summary/journey-1', { headers: { authorization: `Bearer ${token}` } }));
    await relay(makeRequest('GET', '/summary/a-person@example.com'));
    const told = JSON.stringify(events);
    expect(events).toHaveLength(7);
    for (const personal of ['journey-1', 'person-1', 'ref-1', 'a-person', token]) expect(told).not.toContain(personal);
  });
});
