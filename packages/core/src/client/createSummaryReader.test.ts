import { describe, expect, it } from 'vitest';
import type { JourneySummary } from '../contract/summary.ts';
import type { Send } from './createJourneyClient.ts';
import { createSummaryReader } from './createSummaryReader.ts';

const wire = (isCompleted: boolean) => ({ journey_id: 'j', is_completed: isCompleted });

/** A reader whose calls are noted, and answered by a list. */
function createBench(answers: readonly [status: number, body: unknown, headers?: Record<string, string>][], waitMs = 20_000) {
  const calls: Parameters<Send>[0][] = [];
  const reader = createSummaryReader({
    path: '/summary',
    waitMs,
    timeoutMs: 30_000,
    async send(call) {
      const [status, body, headers = {}] = answers[calls.length] ?? [200, wire(false)];
      calls.push(call);
      return { status, body, header: (name) => headers[name] };
    },
  });
  const { signal } = new AbortController();
  return { calls, holds: reader.holds, load: (after?: JourneySummary) => reader.load('j', signal, after) };
}

const applied = { 'preference-applied': 'wait=20' };

describe('createSummaryReader', () => {
  it('asks with the ETag of the reading that is known, and waits for as long as the receiver may', async () => {
    const { calls, holds, load } = createBench([
      [200, wire(false), { etag: 'W/"1"' }],
      [200, wire(true), { etag: 'W/"2"', ...applied }],
    ]);
    const first = await load();
    expect(calls[0]).toMatchObject({ path: '/summary/j', headers: undefined, timeoutMs: 30_000 });
    expect(holds?.(first)).toBe(true);
    const second = await load(first);
    expect(calls[1]).toMatchObject({ headers: { 'If-None-Match': 'W/"1"', Prefer: 'wait=20' }, timeoutMs: 50_000 });
    expect(second.isCompleted).toBe(true);
    expect([holds?.(second), holds?.(first)]).toEqual([true, false]);
  });

  it('gives an unchanged reading as another one of the same content', async () => {
    const { holds, load } = createBench([
      [200, wire(false), { etag: 'W/"1"' }],
      [304, '', { etag: 'W/"1"', ...applied }],
    ]);
    const first = await load();
    const same = await load(first);
    expect(same).toEqual(first);
    expect(same).not.toBe(first);
    expect(holds?.(same)).toBe(true);
  });

  it('knows a reading by its content, wherever it comes from', async () => {
    const { holds, load } = createBench([[200, wire(false), { etag: 'W/"1"' }]]);
    const first = await load();
    expect(holds?.(structuredClone(first))).toBe(true);
    expect(holds?.({ ...first, journeyId: 'another' })).toBe(false);
  });

  it.each<[string, Record<string, string>, number, unknown]>([
    ['does not say that it waited', { etag: 'W/"2"' }, 304, ''],
    // A proxy that changes ETags would otherwise make a held call one that is answered at once, again and again.
    ['says so, and answers with what was known', { etag: 'W/"2"', ...applied }, 200, wire(false)],
  ])('asks plainly from there on when the receiver %s', async (_what, headers, status, body) => {
    const { holds, load } = createBench([
      [200, wire(false), { etag: 'W/"1"' }],
      [status, body, headers],
    ]);
    const second = await load(await load());
    expect(holds?.(second)).toBe(false);
  });

  it('holds nothing without an ETag, or when it is switched off', async () => {
    const bare = createBench([[200, wire(false)]]);
    expect(bare.holds?.(await bare.load())).toBe(false);
    const off = createBench([[200, wire(false), { etag: 'W/"1"' }]], 0);
    expect(off.holds?.(await off.load())).toBe(false);
  });

  it('asks for whole seconds', async () => {
    const { calls, load } = createBench([[200, wire(false), { etag: 'W/"1"' }]], 1_500);
    await load(await load());
    expect(calls[1]).toMatchObject({ headers: { Prefer: 'wait=2' }, timeoutMs: 32_000 });
  });
});
