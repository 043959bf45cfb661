import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { createRelayClient, type RelayClientOptions } from './createRelayClient.ts';

const session = (token: string) => ({ token, expires_at: '2026-01-02T03:04:05Z' });

/** A client whose requests are noted, and answered by a list; what is beyond the list is a plain success. */
function listen(answers: readonly { readonly status?: number; readonly body: object }[] = [], options: RelayClientOptions = {}) {
  const requests: AxiosRequestConfig[] = [];
  const instance = axios.create({
    adapter: async (config) => {
      const { status = 200, body } = answers[requests.length] ?? { body: { journey_id: 'j' } };
      requests.push(config);
      return { status, statusText: '', data: JSON.stringify(body), headers: {}, config, request: null };
    },
  });
  const seen = () =>
    requests.map(({ url, method, headers }) => [method, url, (headers as { Authorization?: string } | undefined)?.Authorization]);
  return { client: createRelayClient({ axios: instance, ...options }), requests, seen };
}

const picture = new Blob(['picture'], { type: 'image/png' });

describe('createRelayClient', () => {
  it('starts without credentials, and uses the session that comes back from there on', async () => {
    const { client, requests, seen } = listen([{ body: { journey_id: 'j', reference_no: 'r', session: session('token-1') } }]);
    const started = await client.startJourney({ cart: 7 });
    expect(started).toMatchObject({
      journeyId: 'j',
      referenceNo: 'r',
      session: { token: 'token-1', expiresAt: '2026-01-02T03:04:05Z' },
    });
    await client.processStep({ journeyId: 'j', stepId: '0', image: picture });
    await client.getSummary('j');
    await client.completeJourney('j');
    expect(seen()).toEqual([
      ['post', '/stepframe/journey/v2/start-journey', undefined],
      ['post', '/stepframe/journey/v2/process-journey-step', 'Bearer token-1'],
      ['get', '/stepframe/journey/v2/summary/j', 'Bearer token-1'],
      ['post', '/stepframe/journey/v2/complete-journey', 'Bearer token-1'],
    ]);
    expect(requests[0]?.data).toBe('{"cart":7}');
  });

  it('sends an empty context as an empty object', async () => {
    const { client, requests } = listen();
    await client.startJourney();
    expect(requests[0]?.data).toBe('{}');
  });

  it('goes on with a session that the host kept', async () => {
    const { client, seen } = listen([], { session: 'kept' });
    await client.getSummary('j');
    expect(seen()).toEqual([['get', '/stepframe/journey/v2/summary/j', 'Bearer kept']]);
  });

  it('takes the session of the journey that was started last, and none where none is given', async () => {
    const { client, seen } = listen([
      { body: { journey_id: 'a', session: session('one') } },
      { body: { journey_id: 'b', session: session('two') } },
      { body: { journey_id: 'b' } },
      { body: { journey_id: 'c', session: null } },
    ]);
    await client.startJourney();
    await client.startJourney();
    await client.getSummary('b');
    await client.startJourney();
    await client.completeJourney('c');
    expect(seen().map(([, , authorization]) => authorization)).toEqual([undefined, 'Bearer one', 'Bearer two', 'Bearer two', undefined]);
  });

  it('keeps its session when another start fails', async () => {
    const { client, seen } = listen(
      [{ status: 503, body: {} }, { body: { journey_id: 'j', session: { token: '', expires_at: '' } } }, { body: { journey_id: 'j' } }],
      { session: 'kept' },
    );
    await expect(client.startJourney()).rejects.toMatchObject({ code: 'request/server' });
    await expect(client.startJourney()).rejects.toMatchObject({ code: 'contract/malformed', field: 'session.token' });
    await client.getSummary('j');
    expect(seen().at(-1)).toEqual(['get', '/stepframe/journey/v2/summary/j', 'Bearer kept']);
  });

  it('says request/unauthorized for a session that is not valid, without its token', async () => {
    const { client } = listen([{ status: 401, body: { message: 'Not here.', error_code: 'session_invalid' } }], {
      session: 'secret-token',
    });
    const failure = client.processStep({ journeyId: 'j', stepId: '0', image: picture });
    await expect(failure).rejects.toMatchObject({ code: 'request/unauthorized', retryable: false, mayHaveArrived: false });
    await expect(failure).rejects.not.toThrow('secret-token');
  });

  it('names a submission, and says by itself that it may have been sent before', async () => {
    const { client, requests } = listen([
      { status: 502, body: {} },
      { status: 503, body: { arrived: false } },
      { status: 409, body: { error_code: 'outcome_unknown' } },
    ]);
    const step = { journeyId: 'j', stepId: '0', image: picture };
    await expect(client.processStep(step, { key: 'a' })).rejects.toMatchObject({ mayHaveArrived: true });
    await expect(client.processStep(step, { key: 'b' })).rejects.toMatchObject({ code: 'request/server', mayHaveArrived: false });
    await expect(client.processStep(step, { key: 'a' })).rejects.toMatchObject({
      code: 'request/outcome-unknown',
      retryable: false,
      mayHaveArrived: true,
    });
    await client.processStep(step, { key: 'a', again: false });
    await client.processStep(step, { key: 'b' });
    await client.processStep(step, { key: 'a', confirmed: true });
    await client.processStep(step, { key: 'c', again: true });
    await client.processStep(step, { again: true, confirmed: true });
    const sent = requests.map(({ headers }) => [headers?.['Idempotency-Key'], headers?.['Stepframe-Retry']]);
    expect(sent).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['a', 'again'],
      ['a', 'again'],
      ['b', undefined],
      ['a', 'confirmed'],
      ['c', 'again'],
      [undefined, undefined],
    ]);
  });

  it.each([[''], ['two words'], ['line\n'], ['x'.repeat(129)], ['ключ']])('sends nothing under the key %j', async (key) => {
    const { client, requests } = listen();
    const failure = client.processStep({ journeyId: 'j', stepId: '0', skip: true }, { key });
    await expect(failure).rejects.toBeInstanceOf(ConfigurationError);
    await expect(failure).rejects.toThrow('`key`');
    expect(requests).toEqual([]);
  });

  it.each([
    ['/stepframe/', '/stepframe'],
    ['/api//', '/api'],
    ['', ''],
    ['/', ''],
    ['https://relay.example/stepframe', 'https://relay.example/stepframe'],
  ])('asks a relay at %j', async (relayUrl, root) => {
    const { client, requests } = listen([], { relayUrl });
    await client.getSummary('j');
    expect(requests[0]?.url).toBe(`${root}/journey/v2/summary/j`);
  });

  it.each([
    ['relayUrl', { relayUrl: 'stepframe' }],
    ['relayUrl', { relayUrl: 'localhost:3000/stepframe' }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['uploadTimeoutMs', { uploadTimeoutMs: 0 }],
    ['summaryWaitMs', { summaryWaitMs: -1 }],
    ['summaryWaitMs', { summaryWaitMs: Number.NaN }],
    ['summaryWaitMs', { summaryWaitMs: 300_001 }],
  ])('names `%s` in %j', (option, wrong) => {
    const create = () => createRelayClient(wrong);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(`\`${option}\``);
  });
});
