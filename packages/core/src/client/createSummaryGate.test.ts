import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { RequestError } from '../errors/RequestError.ts';
import { createSummaryGate, type SummaryGateOptions } from './createSummaryGate.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Lets every promise that is ready run. */
async function settle() {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A clock that stands still until it is moved, with the sleepers that wait on it. */
function createFakeClock() {
  let time = 1_000;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    now: () => time,
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const sleeper = { at: time + ms, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    sleeping: () => sleepers.size,
    settle,
    async advance(ms: number) {
      time += ms;
      for (const sleeper of sleepers) {
        if (sleeper.at > time) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    },
  };
}

interface Reading {
  readonly name: string;
}

/** A gate whose calls are answered by hand, each one noted with its time. */
function createBench(options: Partial<SummaryGateOptions<Reading>> = {}) {
  const clock = createFakeClock();
  const calls: {
    journeyId: string;
    at: number;
    signal: AbortSignal;
    after: Reading | undefined;
    answer: (name: string) => Promise<void>;
    fail: (error: unknown) => Promise<void>;
  }[] = [];
  const gate = createSummaryGate<Reading>({
    now: clock.now,
    sleep: clock.sleep,
    load: (journeyId, signal, after) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        calls.push({
          journeyId,
          at: clock.now(),
          signal,
          after,
          answer: (name) => {
            resolve({ name });
            return clock.settle();
          },
          fail: (error) => {
            reject(error);
            return clock.settle();
          },
        });
      }),
    ...options,
  });
  return {
    clock,
    calls,
    readings: gate,
    /** The gate, by the names of its readings. */
    gate: {
      get: async (journeyId: string, signal?: AbortSignal) => (await gate.get(journeyId, { signal })).name,
      invalidate: gate.invalidate,
    },
  };
}

describe('createSummaryGate', () => {
  it('makes one call for fifty callers at once', async () => {
    const { gate, calls, clock } = createBench();
    const asked = Array.from({ length: 50 }, () => gate.get('j'));
    await clock.settle();
    expect(calls).toHaveLength(1);
    await calls[0]?.answer('first');
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['first']));
  });

  it('answers from memory while the interval lasts, counted from the answer and not from the call', async () => {
    const { gate, calls, clock } = createBench();
    const first = gate.get('j');
    await clock.settle();
    await clock.advance(5_000);
    await calls[0]?.answer('first');
    await first;
    await clock.advance(1_999);
    expect(await gate.get('j')).toBe('first');
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    const second = gate.get('j');
    await clock.settle();
    expect(calls.map((call) => call.at)).toEqual([1_000, 8_000]);
    await calls[1]?.answer('second');
    expect(await second).toBe('second');
  });

  it('keeps journeys apart', async () => {
    const { gate, calls, clock } = createBench();
    const both = [gate.get('a'), gate.get('b')];
    await clock.settle();
    expect(calls.map((call) => call.journeyId)).toEqual(['a', 'b']);
    await calls[0]?.answer('A');
    await calls[1]?.answer('B');
    expect(await Promise.all(both)).toEqual(['A', 'B']);
  });

  it('waits for the next allowed moment after an invalidation, and then calls once for all who wait', async () => {
    const { gate, calls, clock } = createBench();
    const first = gate.get('j');
    await clock.settle();
    await calls[0]?.answer('before');
    await first;
    gate.invalidate('j');
    const waiting = [gate.get('j'), gate.get('j')];
    await clock.advance(1_999);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('after');
    expect(await Promise.all(waiting)).toEqual(['after', 'after']);
  });

  it('does not hand the answer of a call that went out before an invalidation to those who ask after it', async () => {
    const { gate, calls, clock } = createBench();
    const early = gate.get('j');
    await clock.settle();
    gate.invalidate('j');
    const late = gate.get('j');
    await clock.settle();
    expect(calls).toHaveLength(1);
    await calls[0]?.answer('before');
    expect(await early).toBe('before');
    expect(calls).toHaveLength(1);
    await clock.advance(2_000);
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('after');
    expect(await late).toBe('after');
  });

  it('lets a call that still waits for its turn serve those who ask after an invalidation', async () => {
    const { gate, calls, clock } = createBench();
    const first = gate.get('j');
    await clock.settle();
    await calls[0]?.answer('1');
    await first;
    gate.invalidate('j');
    const a = gate.get('j');
    await clock.advance(1_000);
    gate.invalidate('j');
    const b = gate.get('j');
    await clock.advance(1_000);
    await calls[1]?.answer('2');
    expect(await Promise.all([a, b])).toEqual(['2', '2']);
    expect(calls).toHaveLength(2);
  });

  it('lets one caller go without cancelling the call for the others', async () => {
    const { gate, calls, clock } = createBench();
    const leaving = new AbortController();
    const gone = gate.get('j', leaving.signal);
    const staying = gate.get('j');
    await clock.settle();
    leaving.abort(new Error('tab closed'));
    await expect(gone).rejects.toThrow('tab closed');
    expect(calls[0]?.signal.aborted).toBe(false);
    await calls[0]?.answer('still here');
    expect(await staying).toBe('still here');
  });

  it('cancels the call when the last caller has gone, and keeps the interval all the same', async () => {
    const { gate, calls, clock } = createBench();
    const leaving = new AbortController();
    const gone = gate.get('j', leaving.signal);
    await clock.settle();
    leaving.abort();
    await expect(gone).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await clock.settle();
    expect(calls[0]?.signal.aborted).toBe(true);
    const next = gate.get('j');
    await clock.advance(1_999);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    await calls[1]?.answer('again');
    expect(await next).toBe('again');
  });

  it('stops sleeping when the last caller leaves before the call went out', async () => {
    const { gate, calls, clock } = createBench();
    const first = gate.get('j');
    await clock.settle();
    await calls[0]?.answer('1');
    await first;
    gate.invalidate('j');
    const leaving = new AbortController();
    const gone = gate.get('j', leaving.signal);
    await clock.settle();
    expect(clock.sleeping()).toBe(1);
    leaving.abort(new Error('left'));
    await expect(gone).rejects.toThrow('left');
    expect(clock.sleeping()).toBe(0);
    const next = gate.get('j');
    await clock.advance(2_000);
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('2');
    expect(await next).toBe('2');
  });

  it('refuses a caller that has already gone', async () => {
    const { gate, calls, clock } = createBench();
    await expect(gate.get('j', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    await clock.settle();
    expect(calls).toHaveLength(0);
  });

  it('gives a failure to all who waited, and keeps the interval after it', async () => {
    const { gate, calls, clock } = createBench();
    const asked = Promise.allSettled([gate.get('j'), gate.get('j')]);
    await clock.settle();
    await calls[0]?.fail(new Error('down'));
    expect((await asked).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    const next = gate.get('j');
    await clock.advance(1_999);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    await calls[1]?.answer('up');
    expect(await next).toBe('up');
  });

  it('leaves a journey alone for as long as the API asked, and answers with that failure meanwhile', async () => {
    const { gate, calls, clock } = createBench();
    const blocked = new RequestError('request/rate-limited', 'Blocked.', { retryAfterMs: 30_000 });
    const asked = gate.get('j').catch((error: unknown) => error);
    await clock.settle();
    await calls[0]?.fail(blocked);
    expect(await asked).toBe(blocked);
    await clock.advance(29_999);
    await expect(gate.get('j')).rejects.toBe(blocked);
    gate.invalidate('j');
    await expect(gate.get('j')).rejects.toBe(blocked);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    const next = gate.get('j');
    await clock.settle();
    await calls[1]?.answer('open');
    expect(await next).toBe('open');
  });

  it('sleeps again when a timer fired early', async () => {
    const clock = createFakeClock();
    let slept = 0;
    const { gate, calls } = createBench({
      now: clock.now,
      sleep: async (ms) => {
        slept += 1;
        await clock.advance(slept === 1 ? ms - 1 : ms);
      },
    });
    const first = gate.get('j');
    await clock.settle();
    await calls[0]?.answer('1');
    await first;
    gate.invalidate('j');
    const second = gate.get('j');
    await clock.settle();
    await clock.settle();
    await clock.settle();
    expect(slept).toBe(2);
    expect(clock.now()).toBe(3_000);
    await calls[1]?.answer('2');
    expect(await second).toBe('2');
  });

  it('lets go of journeys whose interval has passed', async () => {
    const clock = createFakeClock();
    const refs: WeakRef<object>[] = [];
    const gate = createSummaryGate<object>({
      now: clock.now,
      sleep: clock.sleep,
      load: async (journeyId) => {
        const summary = { journeyId };
        refs.push(new WeakRef(summary));
        return summary;
      },
    });
    for (let n = 0; n < 100; n += 1) await gate.get(`j${n}`);
    const alive = async () => {
      // WeakRefs hold on to their target until the current task ends.
      await new Promise((resolve) => setTimeout(resolve, 0));
      collectGarbage();
      return refs.filter((ref) => ref.deref() !== undefined).length;
    };
    expect(await alive()).toBe(100);
    await clock.advance(2_000);
    await gate.get('another');
    expect(await alive()).toBe(1);
  });
});
