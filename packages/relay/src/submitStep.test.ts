import { describe, expect, it } from 'vitest';
import { createRelayMemory } from './createRelayMemory.ts';
import type { RelayOptions } from './RelayOptions.ts';
import { createBench, makeSubmission, readRefusal } from './testing/createBench.ts';
import { createFakeClock, settle } from './testing/createFakeClock.ts';
import { picture, testBoundary, writeMultipart } from './testing/writeMultipart.ts';

const encoder = new TextEncoder();
const head = (stepId: string) =>
  encoder.encode(
    `--${testBoundary}\r\nContent-Disposition: form-data; name="step_id"\r\n\r\n${stepId}\r\n` +
      `--${testBoundary}\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
const tail = encoder.encode(`\r\n--${testBoundary}--\r\n`);

/** A body that is sent by hand. */
function createUpload(stepId = '0') {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => (controller = given) });
  controller?.enqueue(head(stepId));
  return {
    body,
    send: () => controller?.enqueue(new Uint8Array(1_000)),
    end() {
      controller?.enqueue(tail);
      controller?.close();
    },
    cut: () => controller?.error(new Error('connection reset')),
  };
}

/** A submission that reached the API: answered by hand, when the test says so. */
interface Arrival {
  readonly signal: AbortSignal;
  readonly isWhole: () => boolean;
  readonly answer: (status: number, body?: object) => void;
  readonly cut: () => void;
}

/** A relay whose submissions are answered by hand. */
async function createSender(options: Partial<RelayOptions> = {}) {
  const clock = createFakeClock();
  const arrivals: Arrival[] = [];
  const bench = createBench({
    now: clock.now,
    sleep: clock.sleep,
    fetch: (input, init) => {
      if (!String(input).endsWith('/process-journey-step'))
        return Promise.resolve(Response.json({ journey_id: `journey-${bench.events.length}` }));
      return new Promise((resolve, reject) => {
        let isWhole = false;
        const { signal } = init ?? {};
        if (!(init?.body instanceof ReadableStream) || !signal) throw new Error('The body is not a stream.');
        signal.addEventListener('abort', () => reject(signal.reason));
        // As a receiver reads: what was sent is there even if the sender breaks off.
        void new Response(init.body).text().then(
          (text) => {
            isWhole = text.trimEnd().endsWith('--');
          },
          () => undefined,
        );
        arrivals.push({
          signal,
          isWhole: () => isWhole,
          answer: (status, body = {}) => resolve(Response.json(body, { status })),
          cut: () => reject(new TypeError('fetch failed')),
        });
      });
    },
    ...options,
  });
  const token = await bench.start();
  const small = writeMultipart([{ name: 'step_id', value: '0' }, picture('image')]);
  /** Waits until the API has so many submissions. */
  const arrived = async (count: number): Promise<Arrival> => {
    while (arrivals.length < count) await settle();
    const arrival = arrivals[count - 1];
    if (!arrival) throw new Error('It never arrived.');
    return arrival;
  };
  return {
    ...bench,
    clock,
    arrivals,
    arrived,
    /** The same, all of it. */
    whole: async (count: number) => {
      const arrival = await arrived(count);
      while (!arrival.isWhole()) await settle();
      return arrival;
    },
    send: (
      headers: Record<string, string>,
      body: Uint8Array | ReadableStream<Uint8Array> = small,
      { signal = null, session = token }: { signal?: AbortSignal | null; session?: string } = {},
    ) => bench.relay(makeSubmission(session, body, { headers, signal })),
  };
}

const named = { 'idempotency-key': 'capture-1' };
const again = { ...named, 'stepframe-retry': 'again' };
const confirmed = { ...named, 'stepframe-retry': 'confirmed' };

const refusalOf = async (answer: Promise<Response>) => {
  const response = await answer;
  const { arrived } = (await response.clone().json()) as { arrived?: boolean };
  return [...(await readRefusal(response)), arrived];
};

describe('a submission with a key', () => {
  it('that was taken is answered as the first time, whatever is said with it, and forwarded no more', async () => {
    const { send, whole, arrivals, events } = await createSender();
    const first = send(named);
    (await whole(1)).answer(202);
    const answers = [
      await first,
      await send(named),
      await send(again),
      await send(confirmed),
      await send({ 'idempotency-key': '"capture-1"' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(202);
      expect(await answer.json()).toEqual({ success: true, journey_id: expect.stringMatching(/^journey/) });
    }
    expect(arrivals).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ route: 'processStep', status: 202, errorCode: null });
  });

  it('is read to its end before it is answered again, so that the browser sees it', async () => {
    const { send, whole } = await createSender();
    const first = send(named);
    (await whole(1)).answer(200);
    await first;
    const upload = createUpload();
    let isAnswered = false;
    const second = send(named, upload.body).then((answer) => {
      isAnswered = true;
      return answer;
    });
    for (let n = 0; n < 5; n += 1) {
      upload.send();
      await settle();
    }
    expect(isAnswered).toBe(false);
    upload.end();
    expect((await second).status).toBe(200);
  });

  it('waits for the one that is in flight and gets its answer', async () => {
    const { send, whole, arrivals, clock } = await createSender();
    const first = send(named);
    const arrival = await whole(1);
    const others = [send(named), send(again)];
    while (clock.sleeping() < 2) await settle();
    // However long the API takes: it is not the browser that keeps it waiting.
    await clock.pass(20_000);
    expect(arrivals).toHaveLength(1);
    arrival.answer(201);
    expect((await first).status).toBe(201);
    for (const other of others) expect((await other).status).toBe(201);
    expect(arrivals).toHaveLength(1);
    expect(clock.sleeping()).toBe(0);
  });

  it('goes on in place of one whose browser went away in the middle', async () => {
    const { send, arrived, whole, clock } = await createSender();
    const upload = createUpload();
    const leaving = new AbortController();
    const first = send(named, upload.body, { signal: leaving.signal });
    upload.send();
    await arrived(1);
    const second = send(again);
    while (clock.sleeping() < 1) await settle();
    leaving.abort();
    expect((await first).status).toBe(499);
    (await whole(2)).answer(200);
    expect((await second).status).toBe(200);
  });

  it('does not wait long for one whose browser sends nothing any more', async () => {
    const { send, arrived, whole, clock, arrivals } = await createSender();
    const upload = createUpload();
    const first = send(named, upload.body);
    upload.send();
    await arrived(1);
    const second = send(again);
    while (clock.sleeping() < 1) await settle();
    await clock.pass(2_000);
    upload.send();
    await clock.pass(2_000);
    // It moved in between, so it is given its three seconds anew.
    expect(arrivals).toHaveLength(1);
    await clock.pass(2_000);
    expect(await refusalOf(first)).toEqual([408, 'upload_stalled', false]);
    expect(arrivals[0]?.signal.aborted).toBe(true);
    (await whole(2)).answer(200);
    expect((await second).status).toBe(200);
  });

  it('leaves the one before it alone when that waits for the API', async () => {
    const { send, whole, clock, arrivals } = await createSender();
    const first = send(named);
    const arrival = await whole(1);
    const leaving = new AbortController();
    const second = send(again, undefined, { signal: leaving.signal });
    while (clock.sleeping() < 1) await settle();
    await clock.pass(15_000);
    leaving.abort();
    expect((await second).status).toBe(499);
    expect(clock.sleeping()).toBe(0);
    arrival.answer(200);
    expect((await first).status).toBe(200);
    expect(arrivals).toHaveLength(1);
  });

  it('is seen through when the browser goes away after all has left, and its answer kept', async () => {
    const { send, whole, arrivals } = await createSender();
    const leaving = new AbortController();
    const first = send(named, undefined, { signal: leaving.signal });
    const arrival = await whole(1);
    leaving.abort();
    await settle();
    expect(arrival.signal.aborted).toBe(false);
    arrival.answer(200);
    await first;
    expect((await send(again)).status).toBe(200);
    expect(arrivals).toHaveLength(1);
  });

  it.each<[string, (arrival: Arrival) => void, readonly [number, string]]>([
    ['whose answer was lost', (arrival) => arrival.cut(), [502, 'upstream_unreachable']],
    ['that the API failed at', (arrival) => arrival.answer(500), [502, 'upstream_error']],
    ['that the API put off', (arrival) => arrival.answer(503), [503, 'upstream_unavailable']],
    ['that was sent elsewhere', (arrival) => arrival.answer(302), [502, 'upstream_error']],
    ['that a proxy gave up', (arrival) => arrival.answer(408), [400, 'invalid_request']],
  ])('%s is not forwarded again without the word of the person', async (_what, fail, refusal) => {
    const { send, whole, arrivals } = await createSender();
    const first = send(named);
    fail(await whole(1));
    expect(await refusalOf(first)).toEqual([...refusal, undefined]);
    expect(await refusalOf(send(named))).toEqual([409, 'outcome_unknown', undefined]);
    expect(await refusalOf(send(again))).toEqual([409, 'outcome_unknown', undefined]);
    expect(arrivals).toHaveLength(1);

    const asked = send(confirmed);
    (await whole(2)).answer(422);
    // Of this sending nothing arrived; of the first one nobody knows, as before.
    expect(await refusalOf(asked)).toEqual([422, 'invalid_request', false]);
    expect(await refusalOf(send(named))).toEqual([409, 'outcome_unknown', undefined]);
    const askedAgain = send(confirmed);
    (await whole(3)).answer(200);
    expect((await askedAgain).status).toBe(200);
    expect((await send(named)).status).toBe(200);
    expect(arrivals).toHaveLength(3);
  });

  it.each([
    [400, [400, 'invalid_request', false]],
    [401, [502, 'upstream_refused_credentials', false]],
    [403, [502, 'upstream_refused_credentials', false]],
    [404, [404, 'not_found', false]],
    [409, [409, 'conflict', undefined]],
    [413, [413, 'too_large', false]],
    [422, [422, 'invalid_request', false]],
    [429, [429, 'rate_limited', false]],
  ])('that the API refused with %i may be sent again', async (status, refusal) => {
    const { send, whole } = await createSender();
    const first = send(named);
    (await whole(1)).answer(status);
    expect(await refusalOf(first)).toEqual(refusal);
    const second = send(again);
    (await whole(2)).answer(200);
    expect((await second).status).toBe(200);
  });

  it('that the API answered before it had all of it may be sent again, unless it said yes', async () => {
    const { send, arrived, whole } = await createSender();
    const begin = () => {
      const upload = createUpload();
      upload.send();
      return { upload, answer: send(named, upload.body) };
    };
    const refused = begin();
    (await arrived(1)).answer(500);
    await settle();
    refused.upload.end();
    expect(await refusalOf(refused.answer)).toEqual([502, 'upstream_error', false]);
    const taken = begin();
    (await arrived(2)).answer(200);
    await settle();
    taken.upload.end();
    expect(await refusalOf(taken.answer)).toEqual([502, 'upstream_error', undefined]);
    expect(await refusalOf(send(named))).toEqual([409, 'outcome_unknown', undefined]);
    const last = send(confirmed);
    (await whole(3)).answer(200);
    expect((await last).status).toBe(200);
  });

  it('that may have been sent before is not forwarded by a relay that has lost its memory', async () => {
    const { send, whole, arrivals } = await createSender();
    expect(await refusalOf(send(again))).toEqual([409, 'outcome_unknown', undefined]);
    expect(arrivals).toHaveLength(0);
    const asked = send(confirmed);
    (await whole(1)).answer(200);
    expect((await asked).status).toBe(200);
  });

  it('is known in every relay that shares the memory', async () => {
    const memory = createRelayMemory({ now: () => 0 });
    const [one, two] = [await createSender({ memory }), await createSender({ memory })];
    const first = one.send(named);
    const arrival = await one.whole(1);
    const second = two.send(again);
    while (two.clock.sleeping() < 1) await settle();
    arrival.answer(200);
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(two.arrivals).toHaveLength(0);
  });

  it('keeps the answer of the API when a shared memory fails at that very moment', async () => {
    const inner = createRelayMemory({ now: () => 0 });
    const { send, whole } = await createSender({
      memory: {
        ...inner,
        replace: (id, expected, record) =>
          record.state === 'taken' ? Promise.reject(new Error('store is down')) : inner.replace(id, expected, record),
      },
    });
    const first = send(named);
    (await whole(1)).answer(200);
    expect((await first).status).toBe(200);
  });

  it('is another one in another step or another journey', async () => {
    const { send, start, whole } = await createSender();
    const other = writeMultipart([{ name: 'step_id', value: '10' }, picture('image')]);
    const session = await start();
    const sendings = [() => send(named), () => send(named, other), () => send(named, undefined, { session })];
    for (const [index, go] of sendings.entries()) {
      const answer = go();
      (await whole(index + 1)).answer(200);
      expect((await answer).status).toBe(200);
    }
  });

  it('may name a skip', async () => {
    const { send, whole, arrivals } = await createSender();
    const skip = writeMultipart([
      { name: 'step_id', value: '0' },
      { name: 'skip_step', value: 'true' },
    ]);
    const first = send(named, skip);
    (await whole(1)).answer(200);
    await first;
    expect((await send(named, skip)).status).toBe(200);
    expect(arrivals).toHaveLength(1);
  });

  it.each(['', 'two words', 'x'.repeat(129), 'a/b', '"', 'a\tb'])('is refused under the key %j', async (key) => {
    const { send, arrivals } = await createSender();
    expect(await refusalOf(send({ 'idempotency-key': key }))).toEqual([400, 'invalid_key', false]);
    expect(arrivals).toHaveLength(0);
  });
});

describe('a refused submission', () => {
  it.each<[string, Record<string, string>, Uint8Array, string | undefined, readonly [number, string]]>([
    ['without a session', {}, writeMultipart([]), 'a.b.c', [401, 'session_invalid']],
    ['of another type', { 'content-type': 'application/json' }, writeMultipart([]), undefined, [415, 'unsupported_media_type']],
    ['of another journey', {}, writeMultipart([{ name: 'journey_id', value: 'x' }]), undefined, [403, 'other_journey']],
    ['without a picture', {}, writeMultipart([{ name: 'step_id', value: '0' }]), undefined, [400, 'missing_image']],
    ['of a length that cannot be', { 'content-length': '99999999' }, writeMultipart([]), undefined, [413, 'too_large']],
  ])('%s says that it has not arrived', async (_what, headers, body, session, refusal) => {
    const { send } = await createSender();
    expect(await refusalOf(send(headers, body, session === undefined ? {} : { session }))).toEqual([...refusal, false]);
  });

  it('says so too when the API cannot be reached at all, with a key or without', async () => {
    const { relay, start } = createBench({
      fetch: async (input) => {
        if (String(input).endsWith('/start-journey')) return Response.json({ journey_id: 'j' });
        throw new TypeError('fetch failed');
      },
    });
    const token = await start();
    const body = writeMultipart([{ name: 'step_id', value: '0' }, picture('image', 'x'.repeat(300_000))]);
    for (const headers of [{}, named, again]) {
      expect(await refusalOf(relay(makeSubmission(token, body, { headers })))).toEqual([502, 'upstream_unreachable', false]);
    }
  });

  it('without a key is broken off with the browser that sent it, even when all has left', async () => {
    const { send, whole } = await createSender();
    const leaving = new AbortController();
    const answer = send({}, undefined, { signal: leaving.signal });
    const arrival = await whole(1);
    leaving.abort();
    expect((await answer).status).toBe(499);
    expect(arrival.signal.aborted).toBe(true);
  });
});
