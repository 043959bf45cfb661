/** Waits so many milliseconds, or until the signal fires; it never rejects. Longer than a timer can hold is as good as for ever. */
export function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = ms <= 2_147_483_647 ? setTimeout(end, ms) : undefined;
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
