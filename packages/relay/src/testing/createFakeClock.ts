export interface FakeClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Waits until somebody sleeps, then moves the clock to the end of that sleep. Gives the time slept. */
  readonly wake: () => Promise<number>;
  readonly advance: (ms: number) => void;
}

/** A clock that moves only by hand. */
export function createFakeClock(): FakeClock {
  let time = Date.UTC(2026, 0, 1);
  const sleepers: { readonly ms: number; readonly resolve: () => void }[] = [];
  let announce: (() => void) | undefined;
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ ms, resolve });
        signal.addEventListener('abort', () => reject(signal.reason));
        announce?.();
      }),
    async wake() {
      while (sleepers.length === 0) {
        await new Promise<void>((resolve) => {
          announce = resolve;
        });
      }
      const sleeper = sleepers.shift();
      time += sleeper?.ms ?? 0;
      sleeper?.resolve();
      return sleeper?.ms ?? 0;
    },
  };
}
