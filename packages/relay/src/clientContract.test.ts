import { createClient, createRelayClient, type JourneyClient, type JourneySummary } from '@stepframe/core';
import { createSandbox, createTestImage } from '@stepframe/sandbox';
import { createAxiosAdapter } from '@stepframe/sandbox/testing';
import axios from 'axios';
import { afterEach, describe, expect, it } from 'vitest';
import { createRelay } from './createRelay.ts';
import { type RelayServer, serveRelay } from './serveRelay.ts';
import { createFakeClock, settle } from './testing/createFakeClock.ts';

type Kind = 'backend' | 'relay';

const image = createTestImage();
const image2 = createTestImage({ type: 'image/png' });

/** A client of either kind, the sandbox behind it, and one clock for all. */
async function connect(kind: Kind, flowId = 'approved') {
  const clock = createFakeClock();
  const { now, sleep } = clock;
  const sandbox = createSandbox({ now, sleep, processingMs: 5_000 });
  const reach = (handle: (request: Request) => Promise<Response>) => axios.create({ adapter: createAxiosAdapter(handle, { sleep }) });
  const restart = () =>
    createRelay({
      credentials: sandbox.credentials,
      sessionSecret: 'x'.repeat(32),
      authorize: () => ({ subject: 'person-1', flowId, referenceNo: 'ref-1' }),
      fetch: (input, init) => sandbox.handle(new Request(input, init)),
      now,
      sleep,
    });
  let relay = restart();

  /** Lets time go by until a call is over. */
  async function run<T>(call: Promise<T>): Promise<T> {
    let isOver = false;
    const end = () => (isOver = true);
    call.then(end, end);
    for (;;) {
      await settle();
      if (isOver) return call;
      await clock.pass(100);
    }
  }

  const begin = async (): Promise<{ client: JourneyClient; journeyId: string }> => {
    if (kind === 'backend') {
      const client = createClient({
        credentials: sandbox.credentials,
        baseUrl: 'https://api.example',
        axios: reach(sandbox.handle),
        now,
        sleep,
      });
      return { client, journeyId: (await run(client.startJourney({ flowId, referenceNo: 'ref-1' }))).journeyId };
    }
    const client = createRelayClient({ relayUrl: 'https://app.example/stepframe', axios: reach((request) => relay(request)), now, sleep });
    return { client, journeyId: (await run(client.startJourney({ cart: 7 }))).journeyId };
  };
  const { client, journeyId } = await begin();
  return {
    sandbox,
    client,
    journeyId,
    clock,
    run,
    restart: () => {
      relay = restart();
    },
    /** Follows the summary as it is meant to be followed, until it is as wished. */
    async follow(until: (summary: JourneySummary) => boolean) {
      let summary = await run(client.getSummary(journeyId));
      while (!until(summary)) summary = await run(client.getSummary(journeyId, { unlike: summary }));
      return summary;
    },
    /** Milliseconds from one summary call to the next. */
    gaps: () => {
      const times = sandbox.summaryCalls(journeyId).map(({ atMs }) => atMs);
      return times.slice(1).map((at, index) => at - (times[index] ?? 0));
    },
  };
}

const resultOf = (summary: JourneySummary, stepId = '0') => summary.steps.find((step) => step.stepId === stepId)?.result ?? null;

describe.each<Kind>(['backend', 'relay'])('a %s client', (kind) => {
  it('carries a journey from start to end, and follows its summary no faster than every two seconds', async () => {
    const { client, journeyId, sandbox, run, follow, gaps } = await connect(kind);
    await run(client.processStep({ journeyId, stepId: '0', image, image2, additionalData: { channel: 'web' } }, { key: 'capture-1' }));
    await run(client.processStep({ journeyId, stepId: '10', image }, { key: 'capture-2' }));
    await run(client.processStep({ journeyId, stepId: 'proof_of_address', skip: true }));
    const [first] = sandbox.submissions();
    expect(first).toMatchObject({ journeyId, additionalData: { channel: 'web' }, image2: { declaredType: 'image/png' } });
    expect(new Uint8Array((await first?.image?.blob.arrayBuffer()) ?? [])).toEqual(new Uint8Array(await image.arrayBuffer()));

    const passed = await follow((summary) => resultOf(summary, '10')?.hasPassedRules === true);
    expect(resultOf(passed)).toMatchObject({ hasPassedRules: true, isConcluded: true });
    await run(client.completeJourney(journeyId));
    await run(client.completeJourney(journeyId));
    expect(await follow(({ isCompleted }) => isCompleted)).toMatchObject({ interimAssessment: 'Passed' });

    expect(sandbox.accepted(journeyId).map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(sandbox.summaryCalls(journeyId).filter(({ status }) => status !== 200)).toEqual([]);
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(2_000);
    expect(gaps().length).toBeGreaterThan(2);
  });

  it('gives nobody who waits a reading from before a submission that ended meanwhile', async () => {
    const { client, journeyId, run, follow } = await connect(kind, 'rejected-cropped-then-approved');
    await run(client.processStep({ journeyId, stepId: '0', image }));
    const rejected = await follow((summary) => resultOf(summary)?.hasPassedRules === false);
    const waiting = client.getSummary(journeyId, { unlike: rejected });
    await settle();
    await run(client.processStep({ journeyId, stepId: '0', image: image2 }));
    const next = await run(waiting);
    expect(resultOf(next)).not.toEqual(resultOf(rejected));
    expect(resultOf(next)).toMatchObject({ status: 'In Progress' });
  });

  it('says what may have arrived', async () => {
    const { client, journeyId, sandbox, run } = await connect(kind);
    const send = (stepId = '0') => run(client.processStep({ journeyId, stepId, image }));
    await expect(send('no_such_step')).rejects.toMatchObject({ code: 'request/not-found', mayHaveArrived: false });
    sandbox.inject({ operation: 'processStep', fault: { at: 'received', effect: { status: 429, retryAfter: 3 } } });
    await expect(send()).rejects.toMatchObject({ code: 'request/rate-limited', retryAfterMs: 3_000, mayHaveArrived: false });
    sandbox.inject({ operation: 'processStep', fault: { at: 'received', effect: { status: 500 } } });
    await expect(send()).rejects.toMatchObject({ code: 'request/server', mayHaveArrived: true });
    expect(sandbox.accepted(journeyId)).toEqual([]);
    sandbox.inject({ operation: 'processStep', fault: { at: 'taken', effect: 'cut' } });
    await expect(send()).rejects.toMatchObject({ mayHaveArrived: true });
    expect(sandbox.accepted(journeyId)).toMatchObject([{ count: 1 }]);
    // The step is being processed: this is the work of the one before.
    await expect(send()).rejects.toMatchObject({ code: 'request/conflict', mayHaveArrived: true });
  });

  it('ends a summary that is not answered, and the next one comes in its time', async () => {
    const { client, journeyId, sandbox, run, gaps } = await connect(kind);
    const known = await run(client.getSummary(journeyId));
    sandbox.inject({ operation: 'summary', fault: { at: 'received', effect: { status: 500 } } });
    await expect(run(client.getSummary(journeyId, { unlike: known }))).rejects.toMatchObject({ code: 'request/server', retryable: true });
    expect(await run(client.getSummary(journeyId, { unlike: known }))).toEqual(known);
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(2_000);
  });
});

describe('a submission through the relay', () => {
  it('that was taken and whose answer was lost is the same when it is sent again', async () => {
    const { client, journeyId, sandbox, run } = await connect('relay');
    const send = (options = {}) => run(client.processStep({ journeyId, stepId: '0', image }, { key: 'capture-1', ...options }));
    sandbox.inject({ operation: 'processStep', fault: { at: 'taken', effect: 'cut' } });
    await expect(send()).rejects.toMatchObject({ code: 'request/server', mayHaveArrived: true });
    await expect(send()).rejects.toMatchObject({ code: 'request/outcome-unknown', mayHaveArrived: true });
    expect(sandbox.accepted(journeyId)).toMatchObject([{ count: 1 }]);
    expect(sandbox.calls('processStep')).toHaveLength(1);
    // The person's word goes over it; the API then says what it thinks of a second one.
    await expect(send({ confirmed: true })).rejects.toMatchObject({ code: 'request/conflict', apiCode: 'step_in_progress' });
    expect(sandbox.accepted(journeyId)).toMatchObject([{ count: 1 }]);
  });

  it('that the API cannot have had whole goes through when it is sent again', async () => {
    const { client, journeyId, sandbox, run } = await connect('relay');
    const send = () => run(client.processStep({ journeyId, stepId: '0', image }, { key: 'capture-1' }));
    sandbox.inject({ operation: 'processStep', fault: { at: 'connect', effect: 'cut' } });
    await expect(send()).rejects.toMatchObject({ code: 'request/server', mayHaveArrived: false });
    expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ status: 200 });
    expect(sandbox.calls('processStep')).toHaveLength(2);
    expect(sandbox.accepted(journeyId)).toMatchObject([{ count: 1 }]);
  });

  it('that may have been sent is not sent by itself by a relay that was started anew', async () => {
    const { client, journeyId, sandbox, run, restart } = await connect('relay');
    const send = (options = {}) => run(client.processStep({ journeyId, stepId: '0', image }, { key: 'capture-1', ...options }));
    sandbox.inject({ operation: 'processStep', fault: { at: 'received', effect: { status: 502 } } });
    await expect(send()).rejects.toMatchObject({ mayHaveArrived: true });
    restart();
    await expect(send()).rejects.toMatchObject({ code: 'request/outcome-unknown' });
    expect(sandbox.calls('processStep')).toHaveLength(1);
    expect(await send({ confirmed: true })).toMatchObject({ status: 200 });
    expect(sandbox.accepted(journeyId)).toMatchObject([{ count: 1 }]);
  });

  it('goes on after hours in which the session has expired and the relay was started anew', async () => {
    const { client, journeyId, sandbox, clock, run, restart } = await connect('relay');
    const pictureKey = await client.pictureKey?.();
    clock.advance(5 * 3_600_000);
    restart();
    expect(await run(client.processStep({ journeyId, stepId: '0', image }, { key: 'capture-1' }))).toMatchObject({ status: 200 });
    expect(await client.pictureKey?.()).toEqual(pictureKey);
    clock.advance(8 * 24 * 3_600_000);
    await expect(run(client.completeJourney(journeyId))).rejects.toMatchObject({
      code: 'request/session-expired',
      apiCode: 'session_ended',
    });
    expect(sandbox.calls('complete')).toHaveLength(0);
  });

  it('waits at the relay, so that a verdict comes with the first look that sees it', async () => {
    const { client, journeyId, sandbox, clock, run, gaps } = await connect('relay');
    await run(client.processStep({ journeyId, stepId: '0', image }));
    const processing = await run(client.getSummary(journeyId));
    const callsOfClient = sandbox.summaryCalls(journeyId).length;
    const verdict = await run(client.getSummary(journeyId, { unlike: processing }));
    expect(resultOf(verdict)).toMatchObject({ hasPassedRules: true });
    // Three looks of the relay, and one call of the browser.
    expect(sandbox.summaryCalls(journeyId).length - callsOfClient).toBe(3);
    // As early as the rule allows, to a tick of this clock.
    for (const gap of gaps()) expect([2_000, 2_100]).toContain(gap);
    const before = clock.now();
    const unchanged = await run(client.getSummary(journeyId, { unlike: verdict }));
    expect(unchanged).toEqual(verdict);
    expect(clock.now() - before).toBeGreaterThanOrEqual(20_000);
  });
});

describe('the relay over a port', () => {
  let server: RelayServer | undefined;
  afterEach(async () => {
    server?.server.closeAllConnections();
    await server?.close();
  });

  it('holds longer than the client waits for anything else, and answers with the verdict', async () => {
    const clock = createFakeClock();
    const sandbox = createSandbox({ now: clock.now, processingMs: 3_000 });
    server = await serveRelay({
      port: 0,
      credentials: sandbox.credentials,
      sessionSecret: 'x'.repeat(32),
      authorize: () => ({ subject: 'person-1', flowId: 'approved', referenceNo: 'ref-1' }),
      fetch: (input, init) => sandbox.handle(new Request(input, init)),
      now: clock.now,
      sleep: clock.sleep,
    });
    const client = createRelayClient({ relayUrl: `${server.url}/stepframe`, timeoutMs: 2_000 });
    const { journeyId } = await client.startJourney();
    await client.processStep({ journeyId, stepId: '0', image }, { key: 'capture-1' });
    const processing = await client.getSummary(journeyId);
    const waiting = client.getSummary(journeyId, { unlike: processing });
    while (clock.sleeping() < 2) await settle();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await clock.pass(4_000);
    expect(resultOf(await waiting)).toMatchObject({ hasPassedRules: true });

    // A browser that goes away is noticed, and nobody looks any more.
    const leaving = new AbortController();
    const held = client.getSummary(journeyId, { unlike: await client.getSummary(journeyId), signal: leaving.signal });
    while (clock.sleeping() < 2) await settle();
    leaving.abort();
    await expect(held).rejects.toMatchObject({ code: 'request/aborted' });
    while (clock.sleeping() > 0) await settle();

    // Nor does one that waits keep the server from shutting down.
    const last = client.getSummary(journeyId, { unlike: await client.getSummary(journeyId) });
    while (clock.sleeping() < 2) await settle();
    const closing = server.close();
    expect(resultOf(await last)).toMatchObject({ hasPassedRules: true });
    await closing;
    server = undefined;
  });
});
