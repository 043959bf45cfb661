import { parseStartedJourney } from '@stepframe/core';
import { describe, expect, it, vi } from 'vitest';
import type { Authorize, StartGrant } from './RelayOptions.ts';
import { createBench, createCalmApi, makeRequest, readRefusal } from './testing/createBench.ts';

const grant: StartGrant = { subject: 'person-1', flowId: 'flow-1', referenceNo: 'ref-1' };
const json = { 'content-type': 'application/json' };

const refuseInOwnWords: Authorize = () =>
  new Response('Sign in first', { status: 403, headers: { 'content-type': 'text/plain', 'set-cookie': 'a=1', 'cache-control': 'public' } });

describe('startJourney', () => {
  it('answers with the documented body, reduced to what is known, and a session', async () => {
    const stepOfApi = {
      definition: { step_id: 0, step_type: 'Document', step_title: 'Photo ID', template: 'internal' },
      result: { status: 'Submitted', has_passed_rules: true, is_concluded: true, extracted_fields: { 'Full Name': 'A' } },
    };
    const { relay } = createBench({ now: () => Date.UTC(2026, 0, 1) }, () =>
      Response.json({ journey_id: 'j', reference_no: 'ref-1', is_completed: false, step_summaries: [stepOfApi], customer_id: 'internal' }),
    );
    const response = await relay(makeRequest('POST', '/start-journey'));
    const body: unknown = await response.json();
    expect(body).toEqual({
      journey_id: 'j',
      reference_no: 'ref-1',
      is_completed: false,
      step_summaries: [
        {
          definition: { step_id: '0', step_type: 'Document', step_title: 'Photo ID' },
          result: {
            status: 'Submitted',
            has_passed_rules: true,
            is_concluded: true,
            error_user_feedback_code: null,
            error_user_feedback_title: '',
            error_user_feedback_details: '',
          },
        },
      ],
      session: {
        token: expect.any(String),
        expires_at: '2026-01-01T00:30:00.000Z',
        picture_key: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
    expect(parseStartedJourney(body)).toMatchObject({ journeyId: 'j', session: { expiresAt: '2026-01-01T00:30:00.000Z' } });
  });

  it('starts what the host granted and nothing the browser asked for', async () => {
    const authorize = vi.fn<Authorize>(async () => ({ ...grant, applicantDetails: { fullName: 'A B', birthDate: '1990-01-02' } }));
    const { relay, seen } = createBench({ authorize });
    const body = { flow_id: 'cheap-flow', reference_no: 'other', applicant_details: { full_name: 'X' }, cart: 7 };
    await relay(makeRequest('POST', '/start-journey', { body: JSON.stringify(body), headers: { ...json, cookie: 'sid=1' } }));
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      flow_id: 'flow-1',
      reference_no: 'ref-1',
      applicant_details: { full_name: 'A B', birth_date: '1990-01-02' },
    });
    const [request, given, purpose] = authorize.mock.calls[0] ?? [];
    expect(purpose).toBe('start');
    expect(request?.headers.get('cookie')).toBe('sid=1');
    expect(given).toEqual(body);
  });

  it('hands the host no body when there is none', async () => {
    const authorize = vi.fn<Authorize>(() => grant);
    await createBench({ authorize }).relay(makeRequest('POST', '/start-journey'));
    expect(authorize.mock.calls[0]?.[1]).toBeNull();
  });

  it.each<[string, RequestInit, readonly [number, string]]>([
    ['a form', { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, [415, 'unsupported_media_type']],
    ['plain text', { body: '{}', headers: { 'content-type': 'text/plain' } }, [415, 'unsupported_media_type']],
    ['broken JSON', { body: '{', headers: json }, [400, 'invalid_json']],
    ['too much JSON', { body: JSON.stringify('x'.repeat(64 * 1024)), headers: json }, [413, 'body_too_large']],
  ])('refuses %s before asking the host', async (_, init, refusal) => {
    const authorize = vi.fn<Authorize>(() => grant);
    const { relay } = createBench({ authorize });
    expect(await readRefusal(await relay(makeRequest('POST', '/start-journey', init)))).toEqual(refusal);
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each<[string, Authorize, readonly [number, string]]>([
    ['grants nothing', () => null, [401, 'not_authorized']],
    [
      'throws',
      () => {
        throw new Error('secret detail');
      },
      [500, 'authorize_failed'],
    ],
    [
      'rejects',
      async () => {
        throw new Error('secret detail');
      },
      [500, 'authorize_failed'],
    ],
    ['grants no flow', () => ({ ...grant, flowId: '' }), [500, 'invalid_grant']],
    ['grants a reference the API would refuse', () => ({ ...grant, referenceNo: 'a b' }), [500, 'invalid_grant']],
    ['grants a subject too long for a token', () => ({ ...grant, subject: 'x'.repeat(257) }), [500, 'invalid_grant']],
    [
      'answers with a used response',
      async () => {
        const used = new Response('x');
        await used.text();
        return used;
      },
      [500, 'invalid_grant'],
    ],
    ['answers with no response at all', () => Response.error(), [500, 'invalid_grant']],
  ])('calls no API when the host %s', async (_, authorize, refusal) => {
    const { relay, seen } = createBench({ authorize });
    const response = await relay(makeRequest('POST', '/start-journey'));
    const text = await response.clone().text();
    expect(text).not.toContain('secret detail');
    expect(await readRefusal(response)).toEqual(refusal);
    expect(seen).toHaveLength(0);
  });

  it("passes the host's own answer on, with the security headers", async () => {
    const response = await createBench({ authorize: refuseInOwnWords }).relay(makeRequest('POST', '/start-journey'));
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('Sign in first');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'set-cookie': 'a=1',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['no journey', {}],
    ['a journey that is a step up in the path', { journey_id: '..' }],
    ['an empty journey', { journey_id: '' }],
    ['a journey of 257 characters', { journey_id: 'x'.repeat(257) }],
  ])('makes no session when the API answers with %s', async (_, body) => {
    const { relay } = createBench({}, () => Response.json(body));
    expect(await readRefusal(await relay(makeRequest('POST', '/start-journey')))).toEqual([502, 'upstream_malformed']);
  });

  it.each<[number, object, readonly [number, string], string | null]>([
    [400, { error_code: 'invalid_flow' }, [400, 'invalid_flow'], null],
    [401, { error_code: 'invalid_credentials' }, [502, 'upstream_refused_credentials'], null],
    [403, { error_code: 'not_allowed_ip_address' }, [502, 'upstream_refused_credentials'], null],
    [404, {}, [404, 'not_found'], null],
    [409, { error_code: 'Not A Code' }, [409, 'conflict'], null],
    [418, {}, [400, 'invalid_request'], null],
    [422, {}, [422, 'invalid_request'], null],
    [429, {}, [429, 'rate_limited'], '7'],
    [500, { error_code: 'internal' }, [502, 'internal'], null],
    [503, {}, [503, 'upstream_unavailable'], '7'],
    [302, {}, [502, 'upstream_error'], null],
  ])('turns an upstream %i with %j into %j', async (status, body, refusal, retryAfter) => {
    const { relay } = createBench({}, () =>
      Response.json(
        { success: false, message: 'words of the API', ...body },
        { status, headers: { 'retry-after': '7', location: 'https://elsewhere.example' } },
      ),
    );
    const response = await relay(makeRequest('POST', '/start-journey'));
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.clone().text()).not.toContain('words of the API');
    expect(await readRefusal(response)).toEqual(refusal);
  });

  it.each<[string, typeof fetch, readonly [number, string]]>([
    [
      'cannot be reached',
      async () => {
        throw new TypeError('fetch failed: 10.0.0.7');
      },
      [502, 'upstream_unreachable'],
    ],
    [
      'answers with half a body',
      async () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })),
      [502, 'upstream_unreachable'],
    ],
    ['answers with a page', async () => new Response('<html>'), [502, 'upstream_malformed']],
    [
      'answers with more than can be a start',
      async () => new Response(JSON.stringify({ journey_id: 'j', pad: 'x'.repeat(1024 * 1024) })),
      [502, 'upstream_malformed'],
    ],
  ])('answers properly when the API %s', async (_, fetch, refusal) => {
    const response = await createBench({ fetch }).relay(makeRequest('POST', '/start-journey'));
    expect(await response.clone().text()).not.toContain('10.0.0.7');
    expect(await readRefusal(response)).toEqual(refusal);
  });

  it.each<[string, typeof fetch]>([
    [
      'its signal',
      (_, init) =>
        new Promise((__, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    ],
    ['nothing', () => new Promise(() => undefined)],
  ])('gives up on an API that stays silent, with a fetch that obeys %s', async (_, fetch) => {
    const { relay, events } = createBench({ fetch, upstreamTimeoutMs: 20 });
    expect(await readRefusal(await relay(makeRequest('POST', '/start-journey')))).toEqual([504, 'upstream_timeout']);
    expect(events[0]).toMatchObject({ type: 'upstream', outcome: 'timed-out', status: null });
  });

  it('stops the call when the browser goes away', async () => {
    const leaving = new AbortController();
    let upstream: AbortSignal | null | undefined;
    const { relay, events } = createBench({
      fetch: (_, init) => {
        upstream = init?.signal;
        leaving.abort();
        return new Promise(() => undefined);
      },
    });
    await relay(makeRequest('POST', '/start-journey', { signal: leaving.signal }));
    expect(upstream?.aborted).toBe(true);
    expect(events).toMatchObject([
      { type: 'upstream', outcome: 'aborted' },
      { type: 'request', status: 499, errorCode: 'client_gone' },
    ]);
  });

  it('gives every journey its own session', async () => {
    const { start } = createBench({}, createCalmApi());
    expect(await start()).not.toBe(await start());
  });
});
