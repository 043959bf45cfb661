import type { JourneyEnvironment } from '@stepframe/core';
import type { VirtualClock } from './createVirtualClock.ts';

/** A tab of a browser that is not there. */
export interface VirtualTab {
  readonly environment: JourneyEnvironment;
  readonly setVisible: (isVisible: boolean) => void;
  readonly setOnline: (isOnline: boolean) => void;
  /** The tab is gone: its locks are free, its channels silent, and nothing in it wakes up any more. */
  readonly close: () => void;
}

export interface VirtualTabsOptions {
  readonly clock: Pick<VirtualClock, 'now' | 'sleep'>;
  /** From 0 up to 1. Default: always 0, so that pauses are as short as they get. */
  readonly random?: (() => number) | undefined;
  /** Default: SHA-256. */
  readonly digest?: JourneyEnvironment['digest'] | undefined;
}

const never = new Promise<never>(() => {});

/** Tabs of one browser: they share locks and channels. @returns opens a tab, visible and online */
export function createVirtualTabs({ clock, random = () => 0, digest = digestPictures }: VirtualTabsOptions): () => VirtualTab {
  const locks = new Map<string, Promise<unknown>>();
  const channels = new Map<string, Set<() => void>>();
  let keys = 0;

  return () => {
    const state = { isVisible: true, isOnline: true };
    const closing = new AbortController();
    const watchers = new Set<() => void>();
    const change = (changes: Partial<typeof state>): void => {
      if (closing.signal.aborted) return;
      Object.assign(state, changes);
      for (const watcher of watchers) watcher();
    };

    async function exclusively<Result>(name: string, signal: AbortSignal, run: (hasWaited: boolean) => Promise<Result>): Promise<Result> {
      const before = locks.get(name);
      let release = (): void => {};
      const mine = new Promise<void>((resolve) => (release = resolve));
      const last = Promise.all([before, mine]);
      locks.set(name, last);
      const leave = (): void => {
        release();
        closing.signal.removeEventListener('abort', leave);
        if (locks.get(name) === last) locks.delete(name);
      };
      closing.signal.addEventListener('abort', leave);
      try {
        if (before) await untilAborted(before, signal);
        return await (closing.signal.aborted ? never : run(before !== undefined));
      } finally {
        leave();
      }
    }

    return {
      setVisible: (isVisible) => change({ isVisible }),
      setOnline: (isOnline) => change({ isOnline }),
      close() {
        watchers.clear();
        closing.abort();
      },
      environment: {
        now: clock.now,
        sleep: async (ms, signal) => {
          await clock.sleep(ms, signal);
          if (closing.signal.aborted) await never;
        },
        random,
        createKey: () => `capture-${(keys += 1)}`,
        isVisible: () => state.isVisible,
        isOnline: () => state.isOnline,
        watch(onChange) {
          const watcher = (): void => onChange();
          watchers.add(watcher);
          return () => watchers.delete(watcher);
        },
        exclusively,
        openChannel(name, onCall) {
          const members = channels.get(name) ?? new Set();
          channels.set(name, members);
          const hear = (): void => onCall();
          const leave = (): void => void members.delete(hear);
          members.add(hear);
          closing.signal.addEventListener('abort', leave, { once: true });
          return {
            call: () => members.forEach((member) => member !== hear && queueMicrotask(member)),
            close: leave,
          };
        },
        digest,
      },
    };
  };
}

async function digestPictures(pictures: readonly Blob[]): Promise<string> {
  const digests = pictures.map(async (picture) => {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await picture.arrayBuffer()));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  return (await Promise.all(digests)).join();
}

async function untilAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    void work.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}
