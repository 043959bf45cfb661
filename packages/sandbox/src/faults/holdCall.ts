import type { Fault } from './Fault.ts';

/** A call that waits in a fault. */
export interface HeldCall {
  /** Resolves when the call may go on; rejects with a TypeError when its connection is gone. */
  readonly done: Promise<void>;
  /** Ends the waiting: the call goes on, or its connection is broken. */
  readonly end: (isBroken: boolean) => void;
}

/**
 * Lets a call wait as its fault says.
 *
 * @param caller Fires when the caller has gone; left out when that no longer matters.
 * @param sleep Waits; what it leaves behind when its signal fires does no harm.
 */
export function holdCall(
  { delayMs = 0, effect }: Fault,
  caller: AbortSignal | undefined,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
): HeldCall {
  const stop = new AbortController();
  let isBroken = false;
  const end = (breaks: boolean) => {
    isBroken ||= breaks;
    stop.abort();
  };
  const leave = () => end(true);
  caller?.addEventListener('abort', leave);
  if (caller?.aborted) leave();

  const wait = async () => {
    const stopped = new Promise<void>((resolve) => {
      stop.signal.addEventListener('abort', () => resolve());
      if (stop.signal.aborted) resolve();
    });
    try {
      // Raced, because a made-up clock may know nothing of signals, or reject when one fires.
      if (delayMs > 0) await Promise.race([stopped, sleep(delayMs, stop.signal)]);
      if (effect === 'stall') await stopped;
    } finally {
      caller?.removeEventListener('abort', leave);
    }
    if (isBroken) throw new TypeError('The connection ended while a fault held it.');
  };
  return { done: wait(), end };
}
