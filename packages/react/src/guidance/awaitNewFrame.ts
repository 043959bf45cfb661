import { onEachFrame } from '@stepframe/core/capture';

/** Looks out for the next picture of a video. */
export interface NewFrame {
  /**
   * Resolves with whether a new picture came within this time; `false`, too, once it is stopped. A busy WebKitGTK tells of few pictures or
   * none while its video runs on; where the video's time has gone on for most of that time, there was one.
   */
  readonly within: (timeoutMs: number) => Promise<boolean>;
  readonly stop: () => void;
}

/**
 * Looks out for a picture that the video has not shown so far. A video that was paused shows its last one for a while after `play()`: of
 * another side, or of what lay there before. Chromium keeps a copy of it, which without a GPU is black.
 */
export function awaitNewFrame(video: HTMLVideoElement): NewFrame {
  const begunAtS = video.currentTime;
  let isNew = false;
  let isStopped = false;
  let settle: (() => void) | undefined;
  const stop = onEachFrame(video, () => {
    // The old one is painted once more when it comes back into sight.
    if (video.currentTime <= begunAtS) return;
    isNew = true;
    stop();
    settle?.();
  });
  return {
    within: async (timeoutMs) => {
      if (!isNew) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          settle = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return isNew || (!isStopped && video.currentTime - begunAtS > timeoutMs / 2_000);
    },
    stop: () => {
      isStopped = true;
      stop();
      settle?.();
    },
  };
}
