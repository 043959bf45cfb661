import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';

/** What is known of the network. An answer proves more than `navigator.onLine`, which lies in VPNs, virtual machines and some webviews. */
export interface NetworkEvidence {
  /** Whether there is a network, by the flag or against it. */
  readonly hasNetwork: () => boolean;
  /** Whether an answer came while the flag said offline: from then on the flag is not believed until it changes. */
  readonly isFlagRefuted: () => boolean;
  /** An answer came, whatever it says. */
  readonly noteAnswer: () => void;
  /** Calls back when a network is proven against the flag. @returns stops it */
  readonly onProof: (listener: () => void) => () => void;
  /** Resolves when there is a network; rejects with the signal's reason. */
  readonly untilNetwork: (signal: AbortSignal) => Promise<void>;
}

export function createNetworkEvidence(environment: Pick<JourneyEnvironment, 'isOnline' | 'watch'>): NetworkEvidence {
  const listeners = new Set<() => void>();
  let isRefuted = false;

  const hasNetwork = (): boolean => {
    if (environment.isOnline()) isRefuted = false;
    return isRefuted || environment.isOnline();
  };

  return {
    hasNetwork,
    isFlagRefuted: () => hasNetwork() && isRefuted,
    noteAnswer() {
      if (environment.isOnline()) return;
      isRefuted = true;
      for (const listener of listeners) listener();
    },
    onProof(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    untilNetwork: (signal) =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (!signal.aborted && !hasNetwork()) return;
          unwatch();
          listeners.delete(look);
          signal.removeEventListener('abort', look);
          if (signal.aborted) reject(signal.reason);
          else resolve();
        };
        const unwatch = environment.watch(look);
        listeners.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
  };
}
