import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import axios, { type AxiosInstance } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContractError } from '../errors/ContractError.ts';
import { RequestError, type RequestErrorCode } from '../errors/RequestError.ts';
import { createClient } from './createClient.ts';
import type { TransportOptions } from './createJourneyClient.ts';

const credentials = { username: 'marker-user', password: 'marker-password' };
const basic = Buffer.from('marker-user:marker-password').toString('base64');
const picture = new Blob(['marker-picture'], { type: 'image/jpeg' });
const step = { journeyId: 'marker-journey', stepId: '0', image: picture, additionalData: { note: 'marker-field' } };

const servers: Server[] = [];

beforeEach(() => {
  vi.stubEnv('no_proxy', '127.0.0.1');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
});

/** A receiver of the test's own on a real port. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function connect(listener: RequestListener, options: TransportOptions = {}) {
  return createClient({ credentials, baseUrl: await serve(listener), ...options });
}

async function readAll(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers once the whole request is there. */
const answering =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  async (request, response) => {
    await readAll(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

/** What the promise fails with; a promise that does not fail is a fault of its own. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

/** Nothing of the request hangs on the error, however deep one looks. */
function expectDiscreet(error: unknown): void {
  const everything = inspect(error, { depth: null, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null });
  for (const secret of ['marker-password', basic, 'marker-field', 'marker-journey', 'marker-picture', 'Axios', 'authorization']) {
    expect(everything.toLowerCase()).not.toContain(secret.toLowerCase());
  }
}

async function expectFailure(promise: Promise<unknown>, code: RequestErrorCode): Promise<RequestError> {
  const error = await failureOf(promise);
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({ code, retryable: true, status: undefined });
  expectDiscreet(error);
  return error as RequestError;
}

describe('a refused request', () => {
  it.each<[number, RequestErrorCode, boolean]>([
    [400, 'request/invalid', false],
    [401, 'request/unauthorized', false],
    [403, 'request/forbidden', false],
    [404, 'request/not-found', false],
    [409, 'request/conflict', false],
    [413, 'request/too-large', false],
    [415, 'request/unsupported-type', false],
    [422, 'request/invalid', false],
    [429, 'request/rate-limited', true],
    [500, 'request/server', true],
    [503, 'request/server', true],
  ])('ends status %d with %s, with the words of the API and nothing of the request', async (status, code, retryable) => {
    const client = await connect(answering(status, '{"success":false,"message":"Not so.","error_code":"some_code"}'));
    const calls = [client.processStep(step), client.getSummary('marker-journey'), client.completeJourney('marker-journey')];
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error).toMatchObject({ code, retryable, status, apiCode: 'some_code', message: expect.stringContaining('Not so.') });
      expectDiscreet(error);
    }
  });

  it.each([
    [429, '7', 7_000],
    [503, '120', 120_000],
  ])('reads the seconds of Retry-After on a %d', async (status, retryAfter, retryAfterMs) => {
    const client = await connect(answering(status, '{}', { 'retry-after': retryAfter }));
    await expect(client.getSummary('j')).rejects.toMatchObject({ retryable: true, retryAfterMs });
  });

  it('reads the date of Retry-After', async () => {
    const client = await connect(answering(429, '{}', { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }));
    const error = await failureOf(client.getSummary('j'));
    expect(error).toMatchObject({ code: 'request/rate-limited' });
    const { retryAfterMs = 0 } = error as RequestError;
    expect(retryAfterMs).toBeGreaterThan(30_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it('takes a 403 with Retry-After on the summary for the temporary block, and leaves the receiver alone meanwhile', async () => {
    let calls = 0;
    const answer = answering(403, '{}', { 'retry-after': '30' });
    const client = await connect((request, response) => {
      calls += 1;
      answer(request, response);
    });
    const error = await failureOf(client.getSummary('j'));
    expect(error).toMatchObject({ code: 'request/rate-limited', retryable: true, retryAfterMs: 30_000 });
    expect(await failureOf(client.getSummary('j'))).toBe(error);
    expect(calls).toBe(1);
  });

  it('keeps the page of a proxy out of the message', async () => {
    const html = '<html><body><h1>502</h1> upstream marker-field</body></html>';
    const client = await connect(answering(502, html, { 'content-type': 'text/html' }));
    const error = await failureOf(client.processStep(step));
    expect(error).toMatchObject({ code: 'request/server', message: expect.stringContaining('(HTTP 502)') });
    expectDiscreet(error);
  });
});

describe('an answer that cannot be read', () => {
  it.each([
    ['cut JSON', '{"journey_id": "marker-journey", "step_su', 'application/json'],
    ['a page', '<html>marker-field</html>', 'text/html'],
    ['nothing', '', 'application/json'],
    ['a list', '["marker-field"]', 'application/json'],
  ])('is a ContractError for %s', async (_what, body, type) => {
    const client = await connect(answering(200, body, { 'content-type': type }));
    const calls = [client.getSummary('j'), client.startJourney({ flowId: 'f', referenceNo: 'r' })];
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error).toBeInstanceOf(ContractError);
      expect(error).toMatchObject({ code: 'contract/malformed', retryable: true });
      expectDiscreet(error);
    }
  });

  it('is no trouble to a submission, whose success body is not documented', async () => {
    const client = await connect(answering(202, 'taken', { 'content-type': 'text/plain' }));
    expect(await client.processStep(step)).toEqual({ journeyId: 'marker-journey', stepId: '0', status: 202 });
  });
});

describe('a connection', () => {
  const hangUp: RequestListener = (request) => request.socket.destroy();

  it('that nobody answers ends with request/network', async () => {
    const url = await serve(() => {});
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    await expectFailure(createClient({ credentials, baseUrl: url }).processStep(step), 'request/network');
  });

  it('that is cut when all has left may have brought the submission there', async () => {
    const client = await connect(async (request) => {
      await readAll(request);
      request.socket.destroy();
    });
    expect(await expectFailure(client.processStep(step), 'request/network')).toMatchObject({ mayHaveArrived: true });
  });

  it('that is cut before the answer ends with request/network', async () => {
    const client = await connect(hangUp);
    await expectFailure(client.processStep(step), 'request/network');
  });

  it('that is cut in the middle of the upload ends with request/network', async () => {
    const client = await connect((request) => request.once('data', () => request.socket.destroy()));
    const image = new Blob([new Uint8Array(16 * 1024 * 1024)], { type: 'image/jpeg' });
    const error = await expectFailure(client.processStep({ ...step, image }), 'request/network');
    expect(error.mayHaveArrived).toBe(false);
  });

  it('that is cut in the middle of the answer ends with request/network', async () => {
    const client = await connect((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"journey_id":', () => response.socket?.destroy());
    });
    await expectFailure(client.getSummary('j'), 'request/network');
  });

  it('that stays silent ends with request/timeout', async () => {
    const client = await connect(() => {}, { timeoutMs: 40, uploadTimeoutMs: 60 });
    await expectFailure(client.getSummary('marker-journey'), 'request/timeout');
    await expectFailure(client.completeJourney('marker-journey'), 'request/timeout');
    expect(await expectFailure(client.processStep(step), 'request/timeout')).toMatchObject({ mayHaveArrived: true });
  });

  it('that falls silent in the middle of the answer ends with request/timeout', async () => {
    const client = await connect((_request, response) => response.writeHead(200).write('{"journey_id":'), { timeoutMs: 40 });
    await expectFailure(client.getSummary('j'), 'request/timeout');
  });

  it('may take longer for a submission than for anything else', async () => {
    const slow: RequestListener = async (request, response) => {
      await readAll(request);
      setTimeout(() => response.end('{}'), 120);
    };
    const client = await connect(slow, { timeoutMs: 40, uploadTimeoutMs: 5_000 });
    expect(await client.processStep(step)).toMatchObject({ status: 200 });
    await expectFailure(client.completeJourney('j'), 'request/timeout');
  });
});

describe('an aborted call', () => {
  it('sends nothing when its signal has fired before', async () => {
    let calls = 0;
    const client = await connect((_request, response) => {
      calls += 1;
      response.end('{}');
    });
    const signal = AbortSignal.abort(new Error('marker-field'));
    await expectFailure(client.startJourney({ flowId: 'f', referenceNo: 'r' }, { signal }), 'request/aborted');
    expect(await expectFailure(client.processStep(step, { signal }), 'request/aborted')).toMatchObject({ mayHaveArrived: false });
    await expectFailure(client.getSummary('j', { signal }), 'request/aborted');
    await expectFailure(client.completeJourney('j', { signal }), 'request/aborted');
    expect(calls).toBe(0);
  });

  it('stops in the middle of an upload, and the receiver sees the connection close', async () => {
    const abort = new AbortController();
    const closed = createLatch();
    const client = await connect((request) => {
      request.once('data', () => abort.abort(new Error('marker-field')));
      request.once('close', () => closed.resolve(request.complete));
    });
    const image = new Blob([new Uint8Array(8 * 1024 * 1024)], { type: 'image/jpeg' });
    const error = await expectFailure(client.processStep({ ...step, image }, { signal: abort.signal }), 'request/aborted');
    expect(error.mayHaveArrived).toBe(true);
    expect(await closed.promise).toBe(false);
  });

  it('stops waiting for a summary', async () => {
    const abort = new AbortController();
    const client = await connect(() => abort.abort());
    await expectFailure(client.getSummary('j', { signal: abort.signal }), 'request/aborted');
  });

  it('leaves the others who wait for the same summary alone', async () => {
    const abort = new AbortController();
    const client = await connect((_request, response) => {
      abort.abort();
      setTimeout(() => response.setHeader('content-type', 'application/json').end('{"journey_id":"j"}'), 20);
    });
    const leaving = expectFailure(client.getSummary('j', { signal: abort.signal }), 'request/aborted');
    expect(await client.getSummary('j')).toMatchObject({ journeyId: 'j' });
    await leaving;
  });
});

/** A promise and the key to it. */
function createLatch() {
  let resolve: (value: boolean) => void = () => {};
  const promise = new Promise<boolean>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('an upload', () => {
  it('reports a share that only grows and ends at 1', async () => {
    const client = await connect(answering(200, '{}'));
    const image = new Blob([new Uint8Array(12 * 1024 * 1024)], { type: 'image/jpeg' });
    const shares: number[] = [];
    await client.processStep({ ...step, image }, { onProgress: (share) => shares.push(share) });
    const settled = [...shares];
    expect(settled.length).toBeGreaterThan(1);
    expect(settled).toEqual([...new Set(settled)].toSorted((a, b) => a - b));
    expect(settled[0]).toBeGreaterThanOrEqual(0);
    expect(settled.at(-1)).toBe(1);
    // What axios reports late is not passed on.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shares).toEqual(settled);
  });

  it('ends at 1 for a body that leaves in one piece', async () => {
    const client = await connect(answering(200, '{}'));
    const shares: number[] = [];
    await client.processStep(step, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
  });

  it('does not report the end of one that was refused half way', async () => {
    const client = await connect((request, response) => {
      request.once('data', () => response.writeHead(413, { connection: 'close' }).end('{}', () => request.socket.destroySoon()));
    });
    const image = new Blob([new Uint8Array(64 * 1024 * 1024)], { type: 'image/jpeg' });
    const shares: number[] = [];
    const error = await failureOf(client.processStep({ ...step, image }, { onProgress: (share) => shares.push(share) }));
    expect(error).toBeInstanceOf(RequestError);
    expect(shares).not.toContain(1);
  });

  const bytes = Buffer.from('every byte of it, not only the first. '.repeat(330_000));
  const large = new Blob([bytes], { type: 'image/jpeg' });

  /** The request as it arrived. */
  async function receive(encoding: 'multipart' | 'json') {
    const arrived = { contentType: '', body: Buffer.alloc(0) };
    const client = await connect(async (request, response) => {
      arrived.contentType = request.headers['content-type'] ?? '';
      arrived.body = await readAll(request);
      response.end('{}');
    });
    await client.processStep({ ...step, image: large }, { encoding });
    return arrived;
  }

  it('of 12 MB goes through as multipart, byte for byte', async () => {
    const { contentType, body } = await receive('multipart');
    expect(contentType).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(body.indexOf(bytes)).toBeGreaterThan(0);
    expect(body.length - bytes.length).toBeLessThan(2_000);
  });

  it('of 12 MB goes through as JSON, byte for byte', async () => {
    const { contentType, body } = await receive('json');
    expect(contentType).toMatch(/^application\/json/);
    const { image } = JSON.parse(body.toString()) as { image: string };
    expect(Buffer.from(image, 'base64').equals(bytes)).toBe(true);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %d is not followed: pictures and keys stay where they were addressed', async (status) => {
    let strangers = 0;
    const elsewhere = await serve((_request, response) => {
      strangers += 1;
      response.end('{"journey_id":"j"}');
    });
    const client = await connect(answering(status, '', { location: `${elsewhere}/login` }));
    const calls = [client.processStep(step), client.getSummary('marker-journey')];
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error).toMatchObject({ code: 'request/server', status, message: expect.stringContaining('a redirect') });
      expectDiscreet(error);
    }
    expect(strangers).toBe(0);
  });

  /** As axios answers in a browser, which follows redirects by itself and tells where it ended. */
  const landingAt = (responseURL: string): AxiosInstance =>
    axios.create({
      adapter: async (config) => ({ status: 200, statusText: 'OK', data: '', headers: {}, config, request: { responseURL } }),
    });

  it('that a browser followed to another page is no receipt', async () => {
    const instance = landingAt('https://app.example/login?next=/journey/v2/process-journey-step');
    const client = createClient({ credentials, axios: instance });
    expect(await failureOf(client.processStep(step))).toMatchObject({ code: 'request/server', status: 302 });
  });

  it.each(['https://api.idwise.com/journey/v2/process-journey-step', 'https://app.example/journey/v2/process-journey-step/#top', ''])(
    'is not seen in an answer from %j',
    async (responseURL) => {
      const client = createClient({ credentials, axios: landingAt(responseURL) });
      expect(await client.processStep(step)).toMatchObject({ status: 200 });
    },
  );
});

describe('an axios instance of the host', () => {
  it('carries its headers and interceptors, and may answer JSON by default without turning pictures into it', async () => {
    let seen: { readonly headers: IncomingMessage['headers']; readonly body: string } | undefined;
    const instance = axios.create({ headers: { 'Content-Type': 'application/json', 'X-Host': 'yes' }, validateStatus: () => false });
    instance.interceptors.request.use((config) => {
      config.headers.set('X-Trace', 'trace-1');
      return config;
    });
    const listener = async (request: IncomingMessage, response: ServerResponse) => {
      seen = { headers: request.headers, body: (await readAll(request)).toString() };
      response.end('{}');
    };
    const client = await connect(listener, { axios: instance });
    await client.processStep(step);
    expect(seen?.headers).toMatchObject({
      authorization: `Basic ${basic}`,
      'x-host': 'yes',
      'x-trace': 'trace-1',
      'content-type': expect.stringMatching(/^multipart\/form-data; ?boundary=/),
    });
    expect(seen?.body).toContain('marker-picture');
  });

  it('that throws of its own accord leaks nothing either', async () => {
    const instance = axios.create();
    instance.interceptors.response.use((response) => {
      throw Object.assign(new Error('marker-field'), { config: response.config });
    });
    const client = await connect(answering(200, '{}'), { axios: instance });
    await expectFailure(client.processStep(step), 'request/network');
  });
});
