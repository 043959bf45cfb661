import { countCrypto } from './countCrypto.ts';

export interface FakeClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Waits until somebody sleeps, then moves the clock to the end of the first sleep to end. Gives the time slept. */
  readonly wake: () => Promise<number>;
  readonly advance: (ms: number) => void;
  /** Lets time go by, waking each sleeper at its time and giving everybody a chance to act on it. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many are asleep. */
  readonly sleeping: () => number;
}

interface Sleeper {
  readonly at: number;
  readonly resolve: () => void;
}

/** Lets all that is ready run: streams take turns of the event loop, not only microtasks, and cryptography takes threads. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (countCrypto() > 0) turn = -1;
  }
}

/** A clock that moves only by hand. */
export function createFakeClock(): FakeClock {
  // From here on, so that what begins before the first `settle` is counted, too.
  countCrypto();
  let time = Date.UTC(2026, 0, 1);
  const sleepers = new Set<Sleeper>();
  let announce: (() => void) | undefined;
  const first = (): Sleeper | undefined => [...sleepers].toSorted((a, b) => a.at - b.at)[0];
  const rouse = (sleeper: Sleeper): void => {
    time = Math.max(time, sleeper.at);
    sleepers.delete(sleeper);
    sleeper.resolve();
  };

  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    sleeping: () => sleepers.size,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: time + ms, resolve };
        sleepers.add(sleeper);
        const leave = (): void => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        };
        if (signal.aborted) leave();
        signal.addEventListener('abort', leave);
        announce?.();
      }),
    async wake() {
      while (sleepers.size === 0) {
        await new Promise<void>((resolve) => {
          announce = resolve;
        });
      }
      const before = time;
      const sleeper = first();
      if (sleeper) rouse(sleeper);
      return time - before;
    },
    async pass(ms) {
      const until = time + ms;
      await settle();
      for (let next = first(); next && next.at <= until; next = first()) {
        rouse(next);
        await settle();
      }
      time = until;
      await settle();
    },
  };
}
