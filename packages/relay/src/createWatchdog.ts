export interface Watchdog {
  /** Something moved: the wait begins anew. */
  readonly touch: () => void;
  readonly stop: () => void;
}

/** Calls `onSilence` once when nothing has touched it for `timeoutMs`. One timer, however often it is touched. */
export function createWatchdog(timeoutMs: number, onSilence: () => void): Watchdog {
  let touchedAt = performance.now();
  let timer: ReturnType<typeof setTimeout>;
  const watch = (): void => {
    const leftMs = touchedAt + timeoutMs - performance.now();
    if (leftMs <= 0) onSilence();
    else timer = setTimeout(watch, leftMs);
  };
  timer = setTimeout(watch, timeoutMs);
  return {
    touch: () => {
      touchedAt = performance.now();
    },
    stop: () => clearTimeout(timer),
  };
}
