import { describe, expect, it } from 'vitest';
import {
  createBench,
  createCalmApi,
  makeRequest,
  makeSubmission,
  readRefusal,
  type UpstreamStub,
  writeSummary,
} from './testing/createBench.ts';
import { createFakeClock, settle } from './testing/createFakeClock.ts';
import { picture, writeMultipart } from './testing/writeMultipart.ts';

const step = writeMultipart([{ name: 'step_id', value: '0' }, picture('image')]);

/** A started journey, and summaries answered by `look`; everything else is calm. */
async function createLooker(look: UpstreamStub) {
  const clock = createFakeClock();
  const calm = createCalmApi();
  const bench = createBench({ now: clock.now, sleep: clock.sleep }, (seen, signal) =>
    seen.path.includes('/summary/') ? look(seen, signal) : calm(seen, signal),
  );
  const token = await bench.start();
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...bench,
    clock,
    token,
    looks: () => bench.seen.filter(({ path }) => path.includes('/summary/')).length,
    look: (signal?: AbortSignal) => bench.relay(makeRequest('GET', '/summary/journey-1', { headers, signal: signal ?? null })),
    submit: () => bench.relay(makeSubmission(token, step)),
    complete: () => bench.relay(makeRequest('POST', '/complete-journey', { headers })),
  };
}

/** Summaries that say which call they answer. */
function countLooks(): UpstreamStub {
  let n = 0;
  return () => {
    n += 1;
    return Response.json({ ...(writeSummary('journey-1') as object), look: n });
  };
}

const lookOf = async (response: Response) => ((await response.json()) as { look: number }).look;

describe('readSummary', () => {
  it('passes the summary on as the API wrote it', async () => {
    const wire = {
      ...(writeSummary('journey-1') as object),
      step_summaries: [{ definition: { step_id: 0 }, result: null }],
      brand_new: { a: 1 },
    };
    const { look } = await createLooker(() => Response.json(wire, { headers: { 'x-internal': 'node-7' } }));
    const response = await look();
    expect(await response.json()).toEqual(wire);
    expect(response.headers.get('x-internal')).toBeNull();
  });

  it('makes one call for fifty tabs at once', async () => {
    const { look, looks } = await createLooker(countLooks());
    const answers = await Promise.all(Array.from({ length: 50 }, () => look()));
    expect(new Set(await Promise.all(answers.map(lookOf)))).toEqual(new Set([1]));
    expect(looks()).toBe(1);
  });

  it('serves an answer again for two seconds, then looks anew', async () => {
    const { look, clock } = await createLooker(countLooks());
    expect(await lookOf(await look())).toBe(1);
    clock.advance(1_999);
    expect(await lookOf(await look())).toBe(1);
    clock.advance(1);
    expect(await lookOf(await look())).toBe(2);
  });

  it.each(['submit', 'complete'] as const)('waits for the next allowed moment after a %s and gives no stale answer', async (action) => {
    const bench = await createLooker(countLooks());
    expect(await lookOf(await bench.look())).toBe(1);
    bench.clock.advance(500);
    expect((await bench[action]()).status).toBe(200);
    const waiting = [bench.look(), bench.look()];
    expect(await bench.clock.wake()).toBe(1_500);
    expect(await Promise.all((await Promise.all(waiting)).map(lookOf))).toEqual([2, 2]);
  });

  it('gives nobody who asks after a submission the answer of a look that began before it', async () => {
    let answer: (response: Response) => void = () => undefined;
    let n = 0;
    const bench = await createLooker(() => {
      n += 1;
      if (n > 1) return Response.json({ ...(writeSummary('journey-1') as object), look: n });
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    const early = bench.look();
    do await settle();
    while (bench.looks() === 0);
    await bench.submit();
    const late = bench.look();
    answer(Response.json({ ...(writeSummary('journey-1') as object), look: 1 }));
    expect(await lookOf(await early)).toBe(1);
    await bench.clock.wake();
    expect(await lookOf(await late)).toBe(2);
  });

  it('looks anew even after a submission whose answer was lost', async () => {
    const calm = createCalmApi();
    const clock = createFakeClock();
    const bench = createBench({ now: clock.now, sleep: clock.sleep }, (seen, signal) => {
      if (seen.path.endsWith('/process-journey-step')) throw new TypeError('connection reset');
      return calm(seen, signal);
    });
    const token = await bench.start();
    const look = () => bench.relay(makeRequest('GET', '/summary/journey-1', { headers: { authorization: `Bearer ${token}` } }));
    await look();
    expect(await readRefusal(await bench.relay(makeSubmission(token, step)))).toEqual([502, 'upstream_unreachable']);
    const next = look();
    await clock.wake();
    expect((await next).status).toBe(200);
    expect(bench.seen.filter(({ path }) => path.includes('/summary/'))).toHaveLength(2);
  });

  it.each<[number, object, string | undefined, number]>([
    [429, {}, '12', 12],
    [403, {}, '12', 12],
    [503, {}, undefined, 30],
  ])('obeys a block by %i %j for as long as the API says', async (status, body, retryAfter, seconds) => {
    let isBlocked = true;
    const { look, looks, clock } = await createLooker(() =>
      isBlocked
        ? Response.json(body, { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } })
        : Response.json(writeSummary('journey-1')),
    );
    const first = await look();
    expect(first.headers.get('retry-after')).toBe(String(seconds));
    expect(await readRefusal(first)).toEqual([429, 'summary_blocked']);
    clock.advance(5_000);
    const second = await look();
    expect(second.headers.get('retry-after')).toBe(String(seconds - 5));
    expect(second.status).toBe(429);
    expect(looks()).toBe(1);
    isBlocked = false;
    clock.advance(seconds * 1_000 - 5_000);
    expect((await look()).status).toBe(200);
    expect(looks()).toBe(2);
  });

  it.each<[number, object, readonly [number, string]]>([
    [401, {}, [502, 'upstream_refused_credentials']],
    [403, { error_code: 'unauthorized' }, [502, 'upstream_refused_credentials']],
    [403, { error_code: 'not_allowed_ip_address' }, [502, 'upstream_refused_credentials']],
    [404, { error_code: 'missing_requested_resource' }, [404, 'missing_requested_resource']],
    [200, { journey_id: 'journey-2' }, [502, 'upstream_malformed']],
    [200, { is_completed: true }, [502, 'upstream_malformed']],
  ])('turns an upstream %i %j into %j', async (status, body, refusal) => {
    const { look } = await createLooker(() => Response.json(body, { status }));
    expect(await readRefusal(await look())).toEqual(refusal);
  });

  it('lets one tab close without failing the others, and stops when all have', async () => {
    let answer: (response: Response) => void = () => undefined;
    const upstream: (AbortSignal | null | undefined)[] = [];
    const bench = await createLooker((_, signal) => {
      upstream.push(signal);
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    const [closing, closingToo] = [new AbortController(), new AbortController()];
    const closed = bench.look(closing.signal);
    const open = bench.look(closingToo.signal);
    do await settle();
    while (upstream.length === 0);
    closing.abort();
    expect((await closed).status).toBe(499);
    expect(upstream[0]?.aborted).toBe(false);
    closingToo.abort();
    expect((await open).status).toBe(499);
    expect(upstream[0]?.aborted).toBe(true);
    answer(Response.json(writeSummary('journey-1')));
  });
});
