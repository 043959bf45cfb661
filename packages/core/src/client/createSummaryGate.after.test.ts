import { describe, expect, it } from 'vitest';
import { createSummaryGate, type SummaryGateOptions } from './createSummaryGate.ts';

interface Reading {
  readonly name: string;
}

async function settle() {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** A gate on a clock that is moved by hand; its calls are answered by hand too, and end when their signal fires. */
function createBench(options: Partial<SummaryGateOptions<Reading>> = {}) {
  let time = 0;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const calls: { at: number; after: Reading | undefined; signal: AbortSignal; end: (outcome: Reading | Error) => Promise<void> }[] = [];
  const gate = createSummaryGate<Reading>({
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: time + ms, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    load: (_journeyId, signal, after) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        const end = (outcome: Reading | Error) => {
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
          return settle();
        };
        calls.push({ at: time, after, signal, end });
      }),
    ...options,
  });
  const advance = async (ms: number) => {
    time += ms;
    for (const sleeper of sleepers) {
      if (sleeper.at > time) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
    await settle();
  };
  /** Asks, answers the call that goes out, and gives the reading. */
  const read = async (name: string) => {
    const reading = gate.get('j');
    await settle();
    await calls.at(-1)?.end({ name });
    return reading;
  };
  return { gate, calls, advance, read };
}

/** What a promise has come to so far. */
async function stateOf<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  return Promise.race([promise, settle().then(() => 'waiting' as const)]);
}

describe('asking a gate for a later reading', () => {
  it('waits for the next allowed moment although a fresh reading is in memory, and then shares one call', async () => {
    const { gate, calls, advance, read } = createBench();
    const first = await read('first');
    const later = [gate.get('j', { after: first }), gate.get('j', { after: first })];
    await advance(1_999);
    expect(calls).toHaveLength(1);
    expect(await gate.get('j')).toBe(first);
    await advance(1);
    await calls[1]?.end({ name: 'second' });
    expect(await Promise.all(later)).toEqual([{ name: 'second' }, { name: 'second' }]);
    expect(calls).toHaveLength(2);
  });

  it('gives a later reading that is in memory already at once', async () => {
    const { gate, advance, read } = createBench();
    const first = await read('first');
    await advance(2_000);
    const second = await read('second');
    expect(await stateOf(gate.get('j', { after: first }))).toBe(second);
  });

  it('joins a call that is out when the reading is its own, and waits for the next one when it came from elsewhere', async () => {
    const { gate, calls, advance, read } = createBench();
    const first = await read('first');
    await advance(2_000);
    const plain = gate.get('j');
    await settle();
    const own = gate.get('j', { after: first });
    const foreign = gate.get('j', { after: { name: 'first' } });
    await settle();
    await calls[1]?.end({ name: 'second' });
    expect(await plain).toEqual({ name: 'second' });
    expect(await own).toEqual({ name: 'second' });
    expect(await stateOf(foreign)).toBe('waiting');
    await advance(2_000);
    await calls[2]?.end({ name: 'third' });
    expect(await foreign).toEqual({ name: 'third' });
  });

  it('gives no reading from before an invalidation that came while it waited', async () => {
    const { gate, calls, advance, read } = createBench();
    const first = await read('first');
    const later = gate.get('j', { after: first });
    await advance(2_000);
    gate.invalidate('j');
    await calls[1]?.end({ name: 'asked for before' });
    expect(await stateOf(later)).toBe('waiting');
    await advance(2_000);
    await calls[2]?.end({ name: 'asked for after' });
    expect(await later).toEqual({ name: 'asked for after' });
  });
});

describe('a gate before a receiver that holds calls', () => {
  const holding = { holds: () => true };

  it('asks at once, and tells the receiver what is known', async () => {
    const { gate, calls, read } = createBench(holding);
    const first = await read('first');
    const later = [gate.get('j', { after: first }), gate.get('j', { after: first })];
    await settle();
    expect(calls.map(({ at, after }) => [at, after])).toEqual([
      [0, undefined],
      [0, first],
    ]);
    await calls[1]?.end({ name: 'second' });
    const [second, same] = await Promise.all(later);
    expect(same).toBe(second);
    void gate.get('j', { after: second });
    await settle();
    expect(calls[2]).toMatchObject({ at: 0, after: second });
  });

  it('serves others from memory meanwhile, and lets those who need a new reading cut the held call short', async () => {
    const { gate, calls, advance, read } = createBench(holding);
    const first = await read('first');
    const held = gate.get('j', { after: first });
    await advance(1_999);
    expect(await gate.get('j')).toBe(first);
    expect(calls[1]?.signal.aborted).toBe(false);
    await advance(1);
    const plain = gate.get('j');
    await settle();
    expect(calls[1]?.signal.aborted).toBe(true);
    expect(calls[2]).toMatchObject({ at: 2_000, after: undefined });
    await calls[2]?.end({ name: 'second' });
    expect(await plain).toEqual({ name: 'second' });
    expect(await held).toBe(await plain);
    expect(calls).toHaveLength(3);
  });

  it('begins a held call anew when the journey was changed, so that its answer is not from before', async () => {
    const { gate, calls, read } = createBench(holding);
    const first = await read('first');
    const held = gate.get('j', { after: first });
    await settle();
    gate.invalidate('j');
    await settle();
    expect(calls.map(({ after, signal }) => [after, signal.aborted])).toEqual([
      [undefined, false],
      [first, true],
      [first, false],
    ]);
    await calls[2]?.end({ name: 'second' });
    expect(await held).toEqual({ name: 'second' });
  });

  it('does not give an answer that came together with a change', async () => {
    const { gate, calls, read } = createBench(holding);
    const first = await read('first');
    const held = gate.get('j', { after: first });
    await settle();
    const ending = calls[1]?.end({ name: 'before' });
    gate.invalidate('j');
    await ending;
    await calls[2]?.end({ name: 'after' });
    expect(await held).toEqual({ name: 'after' });
  });

  it('keeps the interval after a held call that failed', async () => {
    const { gate, calls, advance, read } = createBench(holding);
    const first = await read('first');
    const failing = gate.get('j', { after: first }).catch((error: unknown) => error);
    await settle();
    await calls[1]?.end(new Error('down'));
    expect(await failing).toEqual(new Error('down'));
    const next = gate.get('j', { after: first });
    await advance(1_999);
    expect(calls).toHaveLength(2);
    await advance(1);
    await calls[2]?.end({ name: 'up' });
    expect(await next).toEqual({ name: 'up' });
  });

  it('ends the held call with its last caller, and lets nobody wait for that', async () => {
    const { gate, calls, read } = createBench(holding);
    const first = await read('first');
    const leaving = new AbortController();
    const gone = gate.get('j', { after: first, signal: leaving.signal });
    await settle();
    leaving.abort(new Error('left'));
    await expect(gone).rejects.toThrow('left');
    expect(calls[1]?.signal.aborted).toBe(true);
    void gate.get('j', { after: first });
    await settle();
    expect(calls[2]).toMatchObject({ at: 0, after: first });
  });
});
