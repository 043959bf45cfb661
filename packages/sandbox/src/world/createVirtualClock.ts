/** A clock that stands still until it is moved, with the timers that wait for it. */
export interface VirtualClock {
  /** Milliseconds since it was made. */
  readonly now: () => number;
  /** Waits on this clock; rejects with the signal's reason when it fires. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Goes on by so much, timer by timer; what each sets off has settled before the next. */
  readonly advance: (ms: number) => Promise<void>;
  /** Goes on by so much at once, as after sleep: timers that were due meanwhile fire late, all at the end. */
  readonly jump: (ms: number) => Promise<void>;
  /** Waits until everything that is under way has settled, without moving the clock. */
  readonly settle: () => Promise<void>;
  /**
   * Puts this clock in place of `setTimeout`, `clearTimeout`, `performance.now` and `Date.now`, for code that asks for no other.
   *
   * @returns puts the real ones back
   */
  readonly install: () => () => void;
}

export interface VirtualClockOptions {
  /** Whether something is at work that neither waits for this clock nor runs in the event loop, such as a thread. Default: never. */
  readonly isBusy?: () => boolean;
}

interface Timer {
  readonly atMs: number;
  readonly fire: () => void;
}

/**
 * Turns of the event loop after which nothing more is thought to come of what has settled. Streams and promises need none of their
 * own, so one would do for them; the others are for what puts itself off.
 */
const quietTurns = 3;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock for tests in Node: minutes pass in milliseconds, and the same way each time. */
export function createVirtualClock({ isBusy = () => false }: VirtualClockOptions = {}): VirtualClock {
  /** In the order in which they were set. */
  const timers = new Set<Timer>();
  let nowMs = 0;

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      await turn();
      if (isBusy()) quiet = -1;
    }
  }

  function nextTimer(untilMs: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) if (timer.atMs <= untilMs && (!next || timer.atMs < next.atMs)) next = timer;
    return next;
  }

  async function fireUntil(untilMs: number): Promise<void> {
    await settle();
    for (let timer = nextTimer(untilMs); timer; timer = nextTimer(untilMs)) {
      timers.delete(timer);
      nowMs = Math.max(nowMs, timer.atMs);
      timer.fire();
      await settle();
    }
  }

  function set(ms: number, fire: () => void): Timer {
    const timer: Timer = { atMs: nowMs + Math.max(0, ms), fire };
    timers.add(timer);
    return timer;
  }

  return {
    now: () => nowMs,
    settle,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const stop = (): void => {
          timers.delete(timer);
          reject(signal?.reason);
        };
        const timer = set(ms, () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        });
        signal?.addEventListener('abort', stop, { once: true });
      }),
    async advance(ms) {
      const untilMs = nowMs + ms;
      await fireUntil(untilMs);
      nowMs = untilMs;
    },
    async jump(ms) {
      nowMs += ms;
      await fireUntil(nowMs);
    },
    install() {
      const own = {
        setTimeout: (fire: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => set(ms, () => fire(...args)),
        clearTimeout: (timer: Timer) => void timers.delete(timer),
      };
      const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
      const places = [performance, Date] as const;
      const before = places.map((place) => Object.getOwnPropertyDescriptor(place, 'now'));
      Object.assign(globalThis, own);
      for (const place of places) Object.defineProperty(place, 'now', { value: () => nowMs, configurable: true, writable: true });
      return () => {
        Object.assign(globalThis, real);
        for (const [index, place] of places.entries()) {
          const descriptor = before[index];
          if (descriptor) Object.defineProperty(place, 'now', descriptor);
          else Reflect.deleteProperty(place, 'now');
        }
      };
    },
  };
}
