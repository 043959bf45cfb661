/** What a journey needs of the world around it; a test passes one of its own, with a clock that it moves itself. */
export interface JourneyEnvironment {
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Waits, and rejects with the signal's reason when it fires. It must move `now` on. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, and not including, 1. */
  readonly random: () => number;
  /** A name that no other submission has. */
  readonly createKey: () => string;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
  /**
   * Calls back when one of the two may have changed, and when the page comes back from sleep or from the browser's cache.
   *
   * @returns stops it
   */
  readonly watch: (onChange: () => void) => () => void;
  /** Runs while no other tab runs under the same name; `hasWaited` says whether another one did before. */
  readonly exclusively: <Result>(name: string, signal: AbortSignal, run: (hasWaited: boolean) => Promise<Result>) => Promise<Result>;
  /** Tells other tabs that something happened, and nothing of what. */
  readonly openChannel: (name: string, onCall: () => void) => JourneyChannel;
  /** A digest of pictures, the same for the same bytes only; `null` where the browser gives none (a page without TLS). */
  readonly digest: (pictures: readonly Blob[]) => Promise<string | null>;
}

/** A line between the tabs of one journey. */
export interface JourneyChannel {
  readonly call: () => void;
  readonly close: () => void;
}
