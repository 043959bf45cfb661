/** What handlers took, added up, from now until it is read. */
export interface HandlerTimes {
  readonly read: () => number;
}

/** More than any chain of promises here is long. */
const hops = 50;

/**
 * Times what a page does for video frames: the callbacks of a video and of workers' messages, each until its last microtask.
 *
 * Runs in the page; call it once, before anything is subscribed. Work that is waited for elsewhere is not in it.
 */
export function timeHandlers(): HandlerTimes {
  let spentMs = 0;

  const timed = <Args extends unknown[]>(call: (...args: Args) => void): ((...args: Args) => void) => {
    return (...args) => {
      const begin = performance.now();
      let left = hops;
      const hop = () => {
        left -= 1;
        if (left > 0) queueMicrotask(hop);
        else spentMs += performance.now() - begin;
      };
      try {
        call(...args);
      } finally {
        queueMicrotask(hop);
      }
    };
  };

  const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
  HTMLVideoElement.prototype.requestVideoFrameCallback = function request(callback) {
    return requestVideoFrameCallback.call(this, timed(callback));
  };
  const { addEventListener } = Worker.prototype;
  Worker.prototype.addEventListener = function add(type: string, listener: EventListenerOrEventListenerObject) {
    addEventListener.call(this, type, typeof listener === 'function' ? timed(listener) : listener);
  };
  return { read: () => spentMs };
}
