import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import type { JourneySession } from '../contract/journey.ts';
import { createRelayClient, type RelayClientOptions } from './createRelayClient.ts';

const expiresAt = '2026-01-02T03:04:05Z';
const keyText = Buffer.alloc(32, 0xfb).toString('base64url');
const expired = { status: 401, body: { success: false, message: 'Expired.', error_code: 'session_expired' } };
const grant = (token: string) => ({ status: 200, body: { session: { token, expires_at: expiresAt, picture_key: keyText } } });
const picture = new Blob(['picture'], { type: 'image/jpeg' });

type Reply = { readonly status: number; readonly body: unknown } | 'cut' | Promise<{ readonly status: number; readonly body: unknown }>;

interface BenchOptions extends RelayClientOptions {
  /** With what a journey is started. */
  readonly started?: object;
  /** What the first completion waits for before it is answered. */
  readonly late?: Promise<void>;
}

/** A client whose relay takes `accepted` as a session and answers renewals by a list. */
function createBench(renewals: readonly Reply[], { started, late, ...options }: BenchOptions = {}) {
  const relay = { accepted: 'old' };
  const requests: AxiosRequestConfig[] = [];
  const told: JourneySession[] = [];
  const seen = (path: string) => requests.filter(({ url }) => url?.endsWith(path));
  const instance = axios.create({
    adapter: async (config) => {
      requests.push(config);
      const isRenewal = config.url?.endsWith('/renew-session') ?? false;
      const isFresh = config.headers.get('authorization') === `Bearer ${relay.accepted}`;
      const isStart = config.url?.endsWith('/start-journey') ?? false;
      const reply = isStart
        ? { status: 200, body: { journey_id: 'j', ...started } }
        : isRenewal
          ? (renewals[seen('/renew-session').length - 1] ?? 'cut')
          : isFresh
            ? { status: 200, body: { journey_id: 'j' } }
            : expired;
      if (config.url?.endsWith('/complete-journey') && seen('/complete-journey').length === 1) await late;
      if (reply === 'cut') throw Object.assign(new Error('cut'), { code: 'ERR_NETWORK' });
      const { status, body } = await reply;
      return { status, statusText: '', data: JSON.stringify(body), headers: {}, config, request: null };
    },
  });
  const client = createRelayClient({ axios: instance, session: 'old', onSession: (session) => told.push(session), ...options });
  return { client, relay, told, seen };
}

describe('a session that has expired', () => {
  it('is renewed once for all who find it so, and each of their calls is repeated', async () => {
    const { client, relay, told, seen } = createBench([grant('new')]);
    relay.accepted = 'new';
    const shares: number[] = [];
    const [receipt, summary] = await Promise.all([
      client.processStep({ journeyId: 'j', stepId: '0', image: picture }, { key: 'k', onProgress: (share) => shares.push(share) }),
      client.getSummary('j'),
      client.completeJourney('j'),
    ]);
    expect([receipt.status, summary.journeyId]).toEqual([200, 'j']);
    expect(seen('/renew-session').map(({ method, headers }) => [method, headers?.['Authorization']])).toEqual([['post', 'Bearer old']]);
    const names = ['Authorization', 'Idempotency-Key', 'Stepframe-Retry'];
    // The relay refused the first sending, so the second one is no repetition.
    expect(seen('/process-journey-step').map(({ headers }) => names.map((name): unknown => headers?.[name]))).toEqual([
      ['Bearer old', 'k', undefined],
      ['Bearer new', 'k', undefined],
    ]);
    expect(told).toEqual([{ token: 'new', expiresAt }]);
    await client.completeJourney('j');
    expect(seen('/renew-session')).toHaveLength(1);
  });

  it('is not renewed again for a call that was refused late, after another had it renewed', async () => {
    let refuse: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    const { client, relay, seen } = createBench([grant('new')], { late });
    relay.accepted = 'new';
    const slow = client.completeJourney('j');
    await client.getSummary('j');
    refuse();
    await slow;
    expect(seen('/complete-journey').map(({ headers }): unknown => headers?.['Authorization'])).toEqual(['Bearer old', 'Bearer new']);
    expect(seen('/renew-session')).toHaveLength(1);
  });

  it.each<[string, Reply, object]>([
    [
      'the host no longer knows the person',
      { status: 401, body: { error_code: 'not_authorized' } },
      { apiCode: 'not_authorized', status: 401 },
    ],
    ['it is for somebody else', { status: 403, body: { error_code: 'other_subject' } }, { apiCode: 'other_subject', status: 403 }],
    ['it is too old', { status: 401, body: { error_code: 'session_ended' } }, { apiCode: 'session_ended', status: 401 }],
    ['the relay renews none', { status: 404, body: {} }, { status: 404 }],
  ])('ends the call when %s', async (_what, reply, facts) => {
    const { client, relay, told, seen } = createBench([reply]);
    relay.accepted = 'new';
    const failure = client.processStep({ journeyId: 'j', stepId: '0', image: picture });
    await expect(failure).rejects.toMatchObject({ code: 'request/session-expired', retryable: false, mayHaveArrived: false, ...facts });
    expect(seen('/process-journey-step')).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it.each<[string, Reply, object]>([
    ['is cut off', 'cut', { code: 'request/network' }],
    ['fails', { status: 500, body: {} }, { code: 'request/server', status: 500 }],
    ['is put off', { status: 429, body: {} }, { code: 'request/rate-limited' }],
    ['is answered with a page', { status: 200, body: '<html>' }, { code: 'request/server' }],
    ['is answered without a session', { status: 200, body: {} }, { code: 'request/server' }],
  ])('can be tried again when its renewal %s: nothing has arrived', async (_what, reply, facts) => {
    const { client, relay, seen } = createBench([reply, grant('new')]);
    relay.accepted = 'new';
    const send = () => client.processStep({ journeyId: 'j', stepId: '0', image: picture }, { key: 'k' });
    await expect(send()).rejects.toMatchObject({ retryable: true, mayHaveArrived: false, ...facts });
    expect(await send()).toMatchObject({ status: 200 });
    expect(seen('/process-journey-step').map(({ headers }) => headers?.['Stepframe-Retry'])).toEqual([undefined, undefined, undefined]);
  });

  it('is renewed once for one call, even when the relay does not take the new one', async () => {
    const { client, relay, seen } = createBench([grant('new'), grant('newer')]);
    relay.accepted = 'another';
    await expect(client.completeJourney('j')).rejects.toMatchObject({ code: 'request/session-expired', mayHaveArrived: false });
    expect(seen('/renew-session')).toHaveLength(1);
  });

  it('does not take the place of the session of a journey that was started meanwhile', async () => {
    let answer: (reply: { status: number; body: unknown }) => void = () => undefined;
    const late = new Promise<{ status: number; body: unknown }>((resolve) => {
      answer = resolve;
    });
    const { client, relay, told, seen } = createBench([late], { started: grant('started').body });
    relay.accepted = 'started';
    const old = client.completeJourney('j');
    while (seen('/renew-session').length === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    await client.startJourney();
    answer(grant('renewed'));
    await old;
    expect(told.map(({ token }) => token)).toEqual(['started']);
    expect(seen('/complete-journey').map(({ headers }): unknown => headers?.['Authorization'])).toEqual(['Bearer old', 'Bearer started']);
  });

  it('lets a caller go who does not wait for the renewal, and the others have it', async () => {
    let answer: (reply: { status: number; body: unknown }) => void = () => undefined;
    const late = new Promise<{ status: number; body: unknown }>((resolve) => {
      answer = resolve;
    });
    const { client, relay, seen } = createBench([late]);
    relay.accepted = 'new';
    const leaving = new AbortController();
    const gone = client.completeJourney('j', { signal: leaving.signal });
    const staying = client.getSummary('j');
    while (seen('/renew-session').length === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: 'request/aborted', mayHaveArrived: false });
    answer(grant('new'));
    expect(await staying).toMatchObject({ journeyId: 'j' });
  });

  it('is no fault of the journey when the host cannot keep the new one', async () => {
    const faults: unknown[] = [];
    const catchFault = (fault: unknown) => faults.push(fault);
    // Node reports what a microtask throws to the process; a browser would to the window.
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', catchFault);
    try {
      const { client, relay } = createBench([grant('new')], {
        onSession: () => {
          throw new Error('storage is full');
        },
      });
      relay.accepted = 'new';
      await client.completeJourney('j');
      expect(faults).toEqual([new Error('storage is full')]);
    } finally {
      process.off('uncaughtException', catchFault);
      for (const listener of others) process.on('uncaughtException', listener);
    }
  });
});

describe('the key of kept pictures', () => {
  it('comes with a started journey, and is no part of what the host is told', async () => {
    const { client, told, seen } = createBench([], { session: null, started: grant('first').body });
    const { session } = await client.startJourney();
    expect(session).toEqual({ token: 'first', expiresAt });
    expect(told).toEqual([{ token: 'first', expiresAt }]);
    expect(await client.pictureKey()).toEqual(new Uint8Array(32).fill(0xfb));
    expect(seen('')).toHaveLength(1);
    expect(client.keepsKeys).toBe(true);
  });

  it('comes with a renewal when a session was kept and the key was not', async () => {
    const { client, told, seen } = createBench([grant('new')]);
    const [one, two] = await Promise.all([client.pictureKey(), client.pictureKey()]);
    expect(one).toEqual(new Uint8Array(32).fill(0xfb));
    expect(two).toBe(one);
    expect(await client.pictureKey()).toBe(one);
    expect(seen('/renew-session')).toHaveLength(1);
    expect(told).toEqual([{ token: 'new', expiresAt }]);
  });

  it.each([[undefined], [''], ['short'], ['!'.repeat(43)], [7]])(
    'is none when the relay gives %j, and is not asked for again',
    async (pictureKey) => {
      const { client, seen } = createBench([
        { status: 200, body: { session: { token: 'new', expires_at: expiresAt, picture_key: pictureKey } } },
      ]);
      expect(await client.pictureKey()).toBeNull();
      expect(await client.pictureKey()).toBeNull();
      expect(seen('/renew-session')).toHaveLength(1);
    },
  );

  it('is none without a session, and an error when the session is not renewed', async () => {
    expect(await createBench([], { session: null }).client.pictureKey()).toBeNull();
    const { client } = createBench([{ status: 401, body: { error_code: 'not_authorized' } }]);
    await expect(client.pictureKey()).rejects.toMatchObject({ code: 'request/session-expired' });
  });
});
