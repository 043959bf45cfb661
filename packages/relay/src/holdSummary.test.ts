import { describe, expect, it } from 'vitest';
import type { RelayOptions } from './RelayOptions.ts';
import { createBench, createCalmApi, makeRequest, makeSubmission, readRefusal, writeSummary } from './testing/createBench.ts';
import { createFakeClock, type FakeClock, settle } from './testing/createFakeClock.ts';
import { picture, writeMultipart } from './testing/writeMultipart.ts';

const step = writeMultipart([{ name: 'step_id', value: '0' }, picture('image')]);

/** A started journey whose summary is `now.body`, and those who wait for another one. */
async function createHolder(options: Partial<RelayOptions> = {}) {
  const clock = createFakeClock();
  const calm = createCalmApi();
  const now = { body: writeSummary('journey-1') as object, status: 200 };
  const lookedAt: number[] = [];
  const bench = createBench({ now: clock.now, sleep: clock.sleep, ...options }, (seen, signal) => {
    if (!seen.path.includes('/summary/')) return calm(seen, signal);
    lookedAt.push(clock.now());
    return Response.json(now.body, { status: now.status });
  });
  const token = await bench.start();
  const look = (headers: Record<string, string> = {}, signal: AbortSignal | null = null) =>
    bench.relay(makeRequest('GET', '/summary/journey-1', { headers: { authorization: `Bearer ${token}`, ...headers }, signal }));
  const first = await look();
  const etag = first.headers.get('etag') ?? '';
  lookedAt.length = 0;
  const beganAt = clock.now();
  const hold = (seconds = 20, known = etag, signal: AbortSignal | null = null) =>
    untilHeld(clock, look({ 'if-none-match': known, prefer: `wait=${seconds}` }, signal));
  return {
    ...bench,
    clock,
    now,
    look,
    etag,
    /** When the API was asked, in milliseconds since the first answer. */
    looks: () => lookedAt.map((at) => at - beganAt),
    hold,
    /** Waits in turns for so long that looks have become rare. */
    async bore() {
      for (let turn = 0; turn < 8; turn += 1) {
        const { answer } = await hold(25);
        await clock.pass(25_000);
        await answer;
      }
    },
    submit: () => bench.relay(makeSubmission(token, step)),
    change: () => {
      now.body = writeSummary('journey-1', true) as object;
    },
  };
}

/** Comes back when the request is held, or answered: sessions are checked in real time. */
async function untilHeld(clock: FakeClock, answer: Promise<Response>) {
  const before = clock.sleeping();
  const over: true[] = [];
  void answer.then(() => over.push(true));
  while (over.length === 0 && clock.sleeping() === before) await settle();
  return { answer };
}

/** Whether an answer is there yet. */
async function isAnswered({ answer }: { answer: Promise<Response> }): Promise<boolean> {
  return Promise.race([answer.then(() => true), settle().then(() => false)]);
}

describe('a look at the summary that waits for news', () => {
  it('is answered as soon as the summary is another one, with its ETag', async () => {
    const { hold, clock, change, etag } = await createHolder();
    const held = await hold();
    await clock.pass(5_000);
    change();
    expect(await isAnswered(held)).toBe(false);
    await clock.pass(1_000);
    const response = await held.answer;
    expect(await response.json()).toMatchObject({ is_completed: true });
    expect(response.headers.get('preference-applied')).toBe('wait=20');
    expect(response.headers.get('etag')).toMatch(/^W\/"[\w-]+"$/);
    expect(response.headers.get('etag')).not.toBe(etag);
    expect(clock.sleeping()).toBe(0);
  });

  it('is answered with 304 and nothing else when there was no news in time', async () => {
    const { hold, clock, etag, looks } = await createHolder();
    const held = await hold(7);
    await clock.pass(6_999);
    expect(await isAnswered(held)).toBe(false);
    await clock.pass(1);
    const response = await held.answer;
    expect([response.status, response.body]).toEqual([304, null]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ etag, 'preference-applied': 'wait=7', 'cache-control': 'no-store' });
    expect(looks()).toEqual([2_000, 4_000, 6_000]);
    await clock.pass(60_000);
    expect(looks()).toHaveLength(3);
  });

  it('shares one call in two seconds among thirty, wherever in between they come', async () => {
    const { hold, clock, change, looks } = await createHolder();
    const held: Promise<Response>[] = [];
    for (let n = 0; n < 30; n += 1) {
      held.push((await hold()).answer);
      await clock.pass(311);
    }
    expect(looks()).toEqual([2_000, 4_000, 6_000, 8_000]);
    change();
    await clock.pass(2_000);
    const answers = await Promise.all(held);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const answer of answers) expect(await answer.json()).toMatchObject({ is_completed: true });
    expect(looks()).toEqual([2_000, 4_000, 6_000, 8_000, 10_000]);
  });

  it('is answered at once when what it knows is old', async () => {
    const { hold, clock, change, etag, looks } = await createHolder();
    const watching = await hold(25);
    change();
    await clock.pass(2_000);
    await watching.answer;
    // From memory, and after that by a call of its own, however long nothing has happened.
    expect((await (await hold(25, etag)).answer).status).toBe(200);
    expect(looks()).toEqual([2_000]);
    await clock.pass(120_000);
    expect((await (await hold(25, etag)).answer).status).toBe(200);
    expect(looks()).toEqual([2_000, 122_000]);
  });

  it('hears of what somebody else was told who did not wait', async () => {
    const { bore, hold, look, clock, change, looks } = await createHolder();
    await bore();
    const held = await hold();
    await clock.pass(3_000);
    change();
    const before = looks().length;
    await look();
    expect(looks()).toHaveLength(before + 1);
    expect((await held.answer).status).toBe(200);
  });

  it('is looked for less and less often while nothing changes, by whoever waits in turn', async () => {
    const { hold, clock, looks } = await createHolder();
    for (let turn = 0; turn < 16; turn += 1) {
      const held = await hold(20);
      await clock.pass(20_000);
      expect((await held.answer).status).toBe(304);
    }
    const gaps = looks().map((at, index) => at - (looks()[index - 1] ?? 0));
    expect(gaps.filter((gap) => gap < 2_000)).toEqual([]);
    expect(gaps.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => 2_000));
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps.at(-1)).toBe(15_000);
    // 160 looks without that.
    expect(gaps.length).toBeLessThan(50);
  });

  it('is looked for every two seconds again after a submission, in the middle of a long pause too', async () => {
    const { bore, hold, submit, clock, looks } = await createHolder();
    await bore();
    const held = await hold(25);
    const before = looks().length;
    while (looks().length === before) await clock.pass(500);
    const lastAt = looks().at(-1) ?? 0;
    await clock.pass(1_000);
    await submit();
    await settle();
    await clock.pass(7_000);
    expect(looks().slice(before + 1)).toEqual([lastAt + 2_000, lastAt + 4_000, lastAt + 6_000, lastAt + 8_000]);
    expect(await isAnswered(held)).toBe(false);
    await clock.pass(25_000);
    await held.answer;
  });

  it('is not answered with a summary that was asked for before a submission', async () => {
    const { hold, submit, clock, change, looks } = await createHolder();
    await clock.pass(2_000);
    const held = await hold();
    await settle();
    await submit();
    change();
    await clock.pass(2_000);
    expect((await held.answer).status).toBe(200);
    expect(looks()).toEqual([2_000, 4_000]);
  });

  it('lets one browser leave without a word to the others, and looks no more when all have left', async () => {
    const { hold, clock, looks, events, etag } = await createHolder();
    const [one, two] = [new AbortController(), new AbortController()];
    const leaving = await hold(25, etag, one.signal);
    const staying = await hold(25, etag, two.signal);
    await clock.pass(2_500);
    one.abort();
    expect((await leaving.answer).status).toBe(499);
    await clock.pass(2_000);
    expect(looks()).toEqual([2_000, 4_000]);
    expect(await isAnswered(staying)).toBe(false);
    two.abort();
    expect((await staying.answer).status).toBe(499);
    expect(clock.sleeping()).toBe(0);
    await clock.pass(60_000);
    expect(looks()).toEqual([2_000, 4_000]);
    expect(events.at(-1)).toMatchObject({ route: 'summary', status: 499, errorCode: 'client_gone' });
  });

  it('ends the call to the API with the last one who waits for it', async () => {
    let upstream: AbortSignal | null | undefined;
    const calm = createCalmApi();
    const clock = createFakeClock();
    let isSilent = false;
    const bench = createBench({ now: clock.now, sleep: clock.sleep }, (seen, signal) => {
      if (!isSilent) return calm(seen, signal);
      upstream = signal;
      return new Promise(() => undefined);
    });
    const headers = { authorization: `Bearer ${await bench.start()}` };
    const first = await bench.relay(makeRequest('GET', '/summary/journey-1', { headers }));
    isSilent = true;
    const leaving = new AbortController();
    const wait = { ...headers, 'if-none-match': first.headers.get('etag') ?? '', prefer: 'wait=20' };
    const held = await untilHeld(clock, bench.relay(makeRequest('GET', '/summary/journey-1', { headers: wait, signal: leaving.signal })));
    await clock.pass(2_000);
    expect(upstream?.aborted).toBe(false);
    leaving.abort();
    expect((await held.answer).status).toBe(499);
    expect(upstream?.aborted).toBe(true);
  });

  it('ends for all with what a look failed with, a block with the time that is left', async () => {
    const { hold, now, clock, looks } = await createHolder();
    const both = [await hold(), await hold()];
    now.status = 500;
    await clock.pass(2_000);
    for (const { answer } of both) expect(await readRefusal(await answer)).toEqual([502, 'upstream_error']);
    const blocked = await hold();
    now.status = 429;
    await clock.pass(2_000);
    const refused = await blocked.answer;
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await readRefusal(refused)).toEqual([429, 'summary_blocked']);
    await clock.pass(10_000);
    expect((await (await hold()).answer).headers.get('retry-after')).toBe('20');
    expect(looks()).toEqual([2_000, 4_000]);
    now.status = 200;
    const again = await hold(25);
    expect(await isAnswered(again)).toBe(true);
    await clock.pass(20_000);
    const open = await hold(5);
    await clock.pass(5_000);
    expect((await open.answer).status).toBe(304);
  });

  it.each<[string, Partial<RelayOptions>, Record<string, string>, number]>([
    ['is not asked for with what is known', {}, { prefer: 'wait=20' }, 200],
    ['is not asked to wait', {}, {}, 304],
    ['is asked for something else', {}, { prefer: 'respond-async, return=minimal' }, 304],
    ['is asked to wait for no time', {}, { prefer: 'wait=0' }, 304],
    ['may not wait', { maxWaitMs: 0 }, { prefer: 'wait=20' }, 304],
    ['may wait for less than a second', { maxWaitMs: 999 }, { prefer: 'wait=20' }, 304],
    ['has begun to shut down', { closing: AbortSignal.abort() }, { prefer: 'wait=20' }, 304],
  ])('is answered at once, and does not say that it waited, when the relay %s', async (what, options, headers, status) => {
    const { look, etag } = await createHolder(options);
    const response = await look(what.includes('with what is known') ? headers : { ...headers, 'if-none-match': etag });
    expect(response.status).toBe(status);
    expect(response.headers.get('preference-applied')).toBeNull();
    expect(response.headers.get('etag')).toBe(etag);
  });

  it('waits no longer than the relay allows', async () => {
    const { hold, clock } = await createHolder({ maxWaitMs: 4_900 });
    const held = await hold(600);
    await clock.pass(4_000);
    expect((await held.answer).headers.get('preference-applied')).toBe('wait=4');
  });

  it.each(['respond-async; wait=3', 'wait="3"', 'RETURN=minimal, Wait = 3 , x'])('reads the wish %j', async (prefer) => {
    const { look, etag, clock } = await createHolder();
    const held = await untilHeld(clock, look({ prefer, 'if-none-match': etag }));
    await clock.pass(3_000);
    expect((await held.answer).headers.get('preference-applied')).toBe('wait=3');
  });

  it('ends when the server shuts down', async () => {
    const closing = new AbortController();
    const { hold, clock } = await createHolder({ closing: closing.signal });
    const held = await hold();
    await settle();
    closing.abort();
    expect((await held.answer).status).toBe(304);
    expect(clock.sleeping()).toBe(0);
  });

  it('takes a strong ETag for the weak one, since proxies take the mark away, and one of another summary for none', async () => {
    const { hold, look, etag, clock } = await createHolder();
    expect((await look({ 'if-none-match': etag.slice(2) })).status).toBe(304);
    const held = await hold(2, etag.slice(2));
    await clock.pass(2_000);
    expect((await held.answer).status).toBe(304);
    expect((await (await hold(20, 'W/"another"')).answer).status).toBe(200);
  });

  it('counts no change in what nobody here understands', async () => {
    const { hold, now, clock } = await createHolder();
    const held = await hold(6);
    now.body = { ...now.body, served_by: 'node-7', served_at: '2026-01-01' };
    await clock.pass(6_000);
    expect((await held.answer).status).toBe(304);
  });
});
