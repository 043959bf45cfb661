import type { AdditionalData, JourneySummary, PreparedImage, Receipt } from '@stepframe/core';

/** The pictures of one step: the front, selfie or face first, the back second. */
export type StepImages = readonly [image: PreparedImage, image2?: PreparedImage];

/** Pictures that can be let go: react-query keeps a submission for minutes, and an accepted document must not stay in memory. */
export interface HeldPictures {
  /** `null` once they were let go. */
  readonly hold: () => StepImages | null;
  readonly release: () => void;
}

/** One try at submitting a step: what is sent, how far it is, and how to stop it. */
export interface Submission {
  readonly pictures: HeldPictures;
  readonly additionalData: AdditionalData | undefined;
  readonly abort: AbortController;
  readonly progress: Progress;
  /** Whether a summary shows that the API has it, even if its answer was lost. */
  readonly hasArrived: (summary: JourneySummary) => boolean;
}

/** Share of a submission that has left, 0 to 1, to subscribe to. */
export interface Progress {
  readonly get: () => number;
  readonly set: (share: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A receipt with the time it came, in milliseconds of `performance.now`, which no change of the clock moves. */
export interface TimedReceipt extends Receipt {
  readonly receivedAtMs: number;
}

export function createProgress(): Progress {
  let share = 0;
  const listeners = new Set<() => void>();
  return {
    get: () => share,
    set(next) {
      share = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function holdPictures(images: StepImages): HeldPictures {
  let held: StepImages | null = images;
  return {
    hold: () => held,
    release() {
      held = null;
    },
  };
}
