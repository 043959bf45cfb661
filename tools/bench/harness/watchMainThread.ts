/** How long the main thread could not answer, while it was watched. */
export interface MainThreadGaps {
  /** The longest time from one beat to the next; about 1.2 on an idle thread. */
  readonly longestMs: number;
  /** What every gap had past 50 ms, the length of a long task, added up. */
  readonly over50Ms: number;
}

const longTaskMs = 50;

/**
 * Beats on the page's main thread, about once a millisecond, until the function it gives is called.
 *
 * Runs in the page. A timer that is set from a message is not held back to 4 ms, as one set from a timer is
 * (https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timer-initialisation-steps).
 */
export function watchMainThread(): () => MainThreadGaps {
  const { port1, port2 } = new MessageChannel();
  let longestMs = 0;
  let over50Ms = 0;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beat = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    over50Ms += Math.max(0, now - last - longTaskMs);
    last = now;
  };
  port2.addEventListener('message', () => {
    timer = setTimeout(() => {
      beat();
      port1.postMessage(0);
    }, 1);
  });
  port2.start();
  port1.postMessage(0);
  return () => {
    beat();
    clearTimeout(timer);
    port1.close();
    port2.close();
    return { longestMs, over50Ms };
  };
}
