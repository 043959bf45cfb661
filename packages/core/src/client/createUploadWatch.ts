import type { AxiosProgressEvent } from 'axios';

/** Follows one upload. */
export interface UploadWatch {
  readonly onUploadProgress: (event: AxiosProgressEvent) => void;
  /**
   * Whether all of the body may have left before the connection broke.
   *
   * @param request What axios sent it with, as its error says.
   */
  readonly mayBeWhole: (request: unknown) => boolean;
}

/** Browsers report what has left every 50 or 100 ms; what was silent for this long did not move. */
const quietMs = 1_000;

/**
 * Finds out how much of a body had left when the connection broke, as far as that can be known.
 *
 * Chromium reports everything before the break, and repeats it in the upload's `error` event. Firefox 153 and WebKitGTK
 * 2.50 say 0 of 0 there, and Firefox can have sent up to 50 ms more than it reported, all of a small body even: there only
 * silence before the break is proof. Any other way to send reports what it handed over. Measured 2026-11 with a server that
 * cuts connections.
 */
export function createUploadWatch(onShare?: (share: number) => void): UploadWatch {
  const { onLine, userAgentData, serviceWorker } = (globalThis.navigator ?? {}) as Partial<Navigator & { readonly userAgentData: unknown }>;
  // Without a network nothing leaves.
  let share: number | null = onLine === false ? 0 : null;
  let lastAt = -Infinity;
  let upload: EventTarget | null = null;

  return {
    onUploadProgress({ progress, event }) {
      share = progress ?? null;
      const { target } = (event ?? {}) as { readonly target?: EventTarget | null };
      if (target) lastAt = performance.now();
      if (target && !upload) {
        upload = target;
        target.addEventListener('error', (failure) => {
          const { loaded, total } = failure as ProgressEvent;
          if (total > 0) [share, lastAt] = [loaded / total, -Infinity];
        });
      }
      onShare?.(share ?? 0);
    },
    mayBeWhole(request) {
      // Only Chromium has client hints, and only an XMLHttpRequest has an upload to report of: unless a service worker sends it.
      if (share === null)
        return !(userAgentData && !serviceWorker?.controller && typeof request === 'object' && request && 'upload' in request);
      return share >= 1 || performance.now() - lastAt < quietMs;
    },
  };
}
