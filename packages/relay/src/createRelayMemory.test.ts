import { describe, expect, it } from 'vitest';
import { createRelayMemory } from './createRelayMemory.ts';
import type { RelayMemory } from './RelayMemory.ts';

const taken = { state: 'taken', status: 200 } as const;
const inFlight = { state: 'in-flight' } as const;

function createBench(options: { maxRecords?: number; maxAgeMs?: number } = {}) {
  let time = 0;
  const memory = createRelayMemory({ now: () => time, ...options });
  const remember = async (id: string) => {
    await memory.replace(id, null, inFlight);
    await memory.replace(id, 'in-flight', taken);
  };
  return { memory, remember, pass: (ms: number) => (time += ms) };
}

const statesOf = (memory: RelayMemory, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await memory.read(id))?.state ?? null));

describe('createRelayMemory', () => {
  it('gives a submission to one of those who want it at once', async () => {
    const { memory } = createBench();
    const won = await Promise.all(Array.from({ length: 10 }, () => memory.replace('a', null, inFlight)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await memory.replace('a', 'unknown', taken)).toBe(false);
    expect(await memory.read('a')).toEqual(inFlight);
    expect(await memory.replace('a', 'in-flight', taken)).toBe(true);
    expect(await memory.read('a')).toEqual(taken);
  });

  it('tells those who wait when something has become of it, and lets them go when they leave', async () => {
    const { memory } = createBench();
    await memory.replace('a', null, inFlight);
    const leaving = new AbortController();
    const { signal } = new AbortController();
    const waiting = [memory.change('a', signal), memory.change('a', leaving.signal)];
    leaving.abort();
    await waiting[1];
    await memory.replace('a', 'in-flight', { state: 'free' });
    await waiting[0];
    await memory.change('a', signal);
    await memory.change('never heard of', signal);
    expect(await memory.read('a')).toEqual({ state: 'free' });
  });

  it('forgets what was used least lately when there is more than it holds', async () => {
    const { memory, remember } = createBench({ maxRecords: 3 });
    for (const id of ['a', 'b', 'c']) await remember(id);
    await memory.read('a');
    await remember('d');
    expect(await statesOf(memory, ['a', 'b', 'c', 'd'])).toEqual(['taken', null, 'taken', 'taken']);
  });

  it('forgets what was not used for a day', async () => {
    const { memory, remember, pass } = createBench();
    await remember('a');
    await remember('b');
    pass(23 * 3_600_000);
    await memory.read('a');
    pass(3_600_001);
    expect(await statesOf(memory, ['a', 'b'])).toEqual(['taken', null]);
  });

  it('never forgets what is in flight', async () => {
    const { memory, remember, pass } = createBench({ maxRecords: 1 });
    await memory.replace('a', null, inFlight);
    for (const id of ['b', 'c', 'd']) await remember(id);
    pass(48 * 3_600_000);
    await remember('e');
    expect(await statesOf(memory, ['a', 'd', 'e'])).toEqual(['in-flight', null, 'taken']);
  });
});
