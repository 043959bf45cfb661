import { createTestImage } from '@stepframe/sandbox';
import { type ServedSandbox, type ServeSandboxOptions, serveSandbox } from '@stepframe/sandbox/node';
import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PreparedImage } from '../contract/preparedImage.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { type ClientOptions, createClient } from './createClient.ts';

const credentials = { username: 'key', password: 'hush-hush' };

let served: ServedSandbox | undefined;

beforeEach(() => {
  vi.stubEnv('no_proxy', '127.0.0.1');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await served?.close();
  served = undefined;
});

/** A client of a sandbox on a real port, by default with the axios that the client loads itself. */
async function connect(options: ServeSandboxOptions = {}, clientOptions: Partial<ClientOptions> = {}) {
  served = await serveSandbox({ processingMs: 0, ...options });
  const { sandbox } = served;
  return { sandbox, client: createClient({ credentials: sandbox.credentials, baseUrl: served.url, ...clientOptions }) };
}

const bytesOf = async (blob: Blob | undefined) => new Uint8Array((await blob?.arrayBuffer()) ?? []);

const front = createTestImage({ widthPx: 1600, heightPx: 1000 });
const back = createTestImage({ type: 'image/png', widthPx: 900, heightPx: 600 });
const prepared: PreparedImage = {
  blob: front,
  type: 'image/jpeg',
  widthPx: 1600,
  heightPx: 1000,
  origin: 'file',
  preparation: {
    sourceType: 'image/jpeg',
    sourceWidthPx: 1600,
    sourceHeightPx: 1000,
    sourceBytes: front.size,
    orientation: 1,
    path: 'decoded',
    scale: 1,
    quality: 0.9,
    durationMs: 120,
    place: 'worker',
  },
};

describe('a client of the API', () => {
  it.each([
    ['the axios it loads itself', {}],
    ['an instance of the host', { axios: axios.create({ timeout: 1, headers: { 'Content-Type': 'application/json' } }) }],
  ])('carries a journey from start to end with %s', async (_which, clientOptions) => {
    const { client, sandbox } = await connect({ minPollMs: 0 }, clientOptions);
    const started = await client.startJourney({
      flowId: 'approved',
      referenceNo: 'order_7/a\\b,c.d+e@f-1',
      applicantDetails: { fullName: 'Specimen Person', birthDate: '1990-02-03' },
    });
    expect(started).toMatchObject({ referenceNo: 'order_7/a\\b,c.d+e@f-1', session: null, summary: { steps: [], isCompleted: false } });
    const { journeyId } = started;

    expect(await client.processStep({ journeyId, stepId: '0', image: prepared, image2: back })).toEqual({
      journeyId,
      stepId: '0',
      status: 200,
    });
    await client.processStep({ journeyId, stepId: '10', image: front });
    await client.processStep({ journeyId, stepId: 'proof_of_address', skip: true });
    expect(await client.completeJourney(journeyId)).toBeUndefined();
    expect(await client.getSummary(journeyId)).toMatchObject({
      isCompleted: true,
      interimAssessment: 'Passed',
      steps: [
        { stepId: '0', stepType: 'Document', result: { hasPassedRules: true, isConcluded: true, feedback: null } },
        { stepId: '10', stepType: 'Selfie' },
        { stepId: 'proof_of_address', result: { status: 'Not Submitted', isConcluded: true } },
      ],
    });
    expect(sandbox.submissions().map(({ isSkip, encoding }) => [isSkip, encoding])).toEqual([
      [false, 'multipart'],
      [false, 'multipart'],
      [true, 'multipart'],
    ]);
  });

  it.each(['multipart', 'json'] as const)('sends both sides and additional data as %s, byte for byte', async (encoding) => {
    const { client, sandbox } = await connect();
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    const additionalData = { channel: 'wéb', nested: { list: [1, null, true] } };
    await client.processStep({ journeyId, stepId: '0', image: prepared, image2: back, additionalData }, { encoding });
    const [submission] = sandbox.submissions();
    expect(submission).toMatchObject({
      encoding,
      journeyId,
      stepId: '0',
      additionalData,
      isSkip: false,
      image: { bytes: front.size, widthPx: 1600, heightPx: 1000, declaredType: encoding === 'json' ? null : 'image/jpeg' },
      image2: { bytes: back.size, widthPx: 900, heightPx: 600, declaredType: encoding === 'json' ? null : 'image/png' },
      result: { accepted: true, attempt: 1 },
    });
    expect(await bytesOf(submission?.image?.blob)).toEqual(await bytesOf(front));
    expect(await bytesOf(submission?.image2?.blob)).toEqual(await bytesOf(back));
  });

  it.each(['multipart', 'json'] as const)('skips a step without a picture as %s', async (encoding) => {
    const { client, sandbox } = await connect();
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    await client.processStep({ journeyId, stepId: 'proof_of_address', skip: true }, { encoding });
    expect(sandbox.submissions()).toMatchObject([{ encoding, isSkip: true, image: null, result: { accepted: true, attempt: null } }]);
  });

  it('asks once for two who want the summary at once, and for a third a moment later', async () => {
    const { client, sandbox } = await connect();
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    const [one, two] = await Promise.all([client.getSummary(journeyId), client.getSummary(journeyId)]);
    expect(two).toBe(one);
    expect(await client.getSummary(journeyId)).toBe(one);
    expect(sandbox.summaryCalls(journeyId)).toHaveLength(1);
  });

  it('waits for its turn after a submission, so that the new summary is neither old nor too early', async () => {
    const { client, sandbox } = await connect({ minPollMs: 1_990 });
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    expect((await client.getSummary(journeyId)).steps).toEqual([]);
    await client.processStep({ journeyId, stepId: '0', image: front });
    const both = await Promise.all([client.getSummary(journeyId), client.getSummary(journeyId)]);
    for (const { steps } of both) expect(steps).toMatchObject([{ stepId: '0', result: { status: 'Submitted' } }]);
    expect(sandbox.summaryCalls(journeyId).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('does not trust an earlier summary after a submission that was refused', async () => {
    const { client, sandbox } = await connect({ minPollMs: 0 });
    const { journeyId } = await client.startJourney({ flowId: 'upload-error-then-approved', referenceNo: 'r' });
    await client.getSummary(journeyId);
    await expect(client.processStep({ journeyId, stepId: '0', image: front })).rejects.toMatchObject({
      code: 'request/server',
      status: 503,
      retryAfterMs: 1_000,
    });
    await client.getSummary(journeyId);
    expect(sandbox.summaryCalls(journeyId)).toHaveLength(2);
  });

  it.each([
    ['request/unauthorized', 'invalid_credentials', { credentials: { username: 'key', password: 'wrong' } }],
    ['request/not-found', 'missing_requested_resource', { pathPrefix: '/v2' }],
  ] as const)('ends with %s when the sandbox says %s', async (code, apiCode, options) => {
    const { client } = await connect({}, options);
    await expect(client.startJourney({ flowId: 'approved', referenceNo: 'r' })).rejects.toMatchObject({ code, apiCode });
  });

  it('ends a second try at a concluded step with request/conflict', async () => {
    const { client } = await connect();
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    await client.processStep({ journeyId, stepId: '0', image: front });
    await expect(client.processStep({ journeyId, stepId: '0', image: front })).rejects.toMatchObject({
      code: 'request/conflict',
      apiCode: 'step_concluded',
      retryable: false,
    });
  });

  it('uses the paths, the prefix and the name of the skip field that it is given', async () => {
    const wire = {
      pathPrefix: '/v9',
      skipField: 'leave_out',
      paths: { start: '/begin', processStep: '/step', summary: '/look', complete: '/end' },
    };
    const { client, sandbox } = await connect({ minPollMs: 0, ...wire }, { ...wire, pathPrefix: '/v9/' });
    const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'r' });
    await client.processStep({ journeyId, stepId: 'proof_of_address', skip: true });
    await client.completeJourney(journeyId);
    expect(await client.getSummary(journeyId)).toMatchObject({ isCompleted: true });
    expect(sandbox.submissions()).toMatchObject([{ isSkip: true, result: { accepted: true } }]);
  });
});

describe('createClient', () => {
  /** A client whose requests are noted and answered at once. */
  function listen(options: Partial<ClientOptions> = {}) {
    const requests: { url: string | undefined; authorization: unknown; timeoutMs: number | undefined }[] = [];
    const instance = axios.create({
      adapter: async (config) => {
        requests.push({ url: config.url, authorization: config.headers.get('authorization'), timeoutMs: config.timeout });
        return { status: 200, statusText: 'OK', data: '{"journey_id":"j"}', headers: {}, config, request: null };
      },
    });
    return { requests, client: createClient({ credentials, axios: instance, ...options }) };
  }

  it.each([
    [{}, 'https://api.idwise.com/journey/v2'],
    [{ region: 'eu' }, 'https://api.idwise.com/journey/v2'],
    [{ region: 'uae' }, 'https://api-uae.idwise.com/journey/v2'],
    [{ region: 'qatar' }, 'https://api-qat.idwise.com/journey/v2'],
    [{ region: 'qatar', pathPrefix: '/v2' }, 'https://api-qat.idwise.com/v2'],
    [{ baseUrl: 'https://api.example//', pathPrefix: '' }, 'https://api.example'],
    [{ baseUrl: 'HTTP://localhost:3000' }, 'HTTP://localhost:3000/journey/v2'],
  ] satisfies [Partial<ClientOptions>, string][])('turns %j into %s', async (options, root) => {
    const { client, requests } = listen(options);
    await client.startJourney({ flowId: 'f', referenceNo: 'r' });
    await client.processStep({ journeyId: 'j', stepId: '0', image: front });
    await client.getSummary('a/b c');
    await client.completeJourney('j');
    expect(requests.map(({ url }) => url)).toEqual([
      `${root}/start-journey`,
      `${root}/process-journey-step`,
      `${root}/summary/a%2Fb%20c`,
      `${root}/complete-journey`,
    ]);
  });

  it('keeps the name of a submission to itself, since the API knows none', async () => {
    const headers: unknown[] = [];
    const instance = axios.create({
      adapter: async (config) => {
        headers.push(config.headers.toJSON());
        return { status: 200, statusText: 'OK', data: '{}', headers: {}, config, request: null };
      },
    });
    const client = createClient({ credentials, axios: instance });
    await client.processStep({ journeyId: 'j', stepId: '0', image: front }, { key: 'k', again: true, confirmed: true });
    expect(JSON.stringify(headers)).not.toMatch(/idempotency|retry/i);
    expect([client.keepsKeys, client.pictureKey]).toEqual([undefined, undefined]);
  });

  it('sends the key as Basic credentials in UTF-8', async () => {
    const { client, requests } = listen({ credentials: { username: 'clé', password: 'gehéim:€' } });
    await client.completeJourney('j');
    const [scheme, encoded] = String(requests[0]?.authorization).split(' ');
    expect([scheme, Buffer.from(encoded ?? '', 'base64').toString()]).toEqual(['Basic', 'clé:gehéim:€']);
  });

  it('gives submissions three minutes and everything else half a minute', async () => {
    const { client, requests } = listen();
    await client.processStep({ journeyId: 'j', stepId: '0', image: front });
    await client.getSummary('j');
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([180_000, 30_000]);
  });

  const absent: unknown = undefined;
  it.each<[string, Record<string, unknown>]>([
    ['credentials', { credentials: absent }],
    ['credentials', { credentials: { username: '', password: 'hush-hush' } }],
    ['credentials', { credentials: { username: 'key' } }],
    ['region', { region: 'moon' }],
    ['baseUrl', { baseUrl: '' }],
    ['baseUrl', { baseUrl: 'api.idwise.com' }],
    ['baseUrl', { baseUrl: 'localhost:3000' }],
    ['baseUrl', { baseUrl: 'ftp://api.example' }],
    ['baseUrl', { baseUrl: 'https://' }],
    ['pathPrefix', { pathPrefix: 'v2' }],
    ['paths.summary', { paths: { summary: 'summary' } }],
    ['paths.complete', { paths: { complete: '' } }],
    ['skipField', { skipField: '' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['timeoutMs', { timeoutMs: Number.POSITIVE_INFINITY }],
    ['uploadTimeoutMs', { uploadTimeoutMs: -1 }],
  ])('names `%s` in %j', (option, wrong) => {
    const create = () => createClient({ credentials, ...wrong } as ClientOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(`\`${option}\``);
    expect(create).not.toThrow('hush-hush');
  });

  it('names what is wrong with a call, and sends nothing', async () => {
    const { client, requests } = listen();
    const empty = new Blob([], { type: 'image/jpeg' });
    const calls: [string, () => Promise<unknown>][] = [
      ['flowId', () => client.startJourney({ flowId: '', referenceNo: 'r' })],
      ['referenceNo', () => client.startJourney({ flowId: 'f', referenceNo: '' })],
      ['referenceNo', () => client.startJourney({ flowId: 'f', referenceNo: 'two words' })],
      ['referenceNo', () => client.startJourney({ flowId: 'f', referenceNo: 'line\n' })],
      ['journeyId', () => client.processStep({ journeyId: '', stepId: '0', image: front })],
      ['stepId', () => client.processStep({ journeyId: 'j', stepId: '', skip: true })],
      ['image', () => client.processStep({ journeyId: 'j', stepId: '0', image: empty })],
      ['image', () => client.processStep({ journeyId: 'j', stepId: '0', image: { ...prepared, blob: empty } })],
      ['image2', () => client.processStep({ journeyId: 'j', stepId: '0', image: front, image2: empty })],
      ['journeyId', () => client.getSummary('')],
      ['journeyId', () => client.completeJourney('')],
    ];
    for (const [option, call] of calls) {
      await expect(call()).rejects.toBeInstanceOf(ConfigurationError);
      await expect(call()).rejects.toThrow(`\`${option}\``);
    }
    expect(requests).toEqual([]);
  });
});
