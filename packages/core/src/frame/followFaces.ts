import type { FaceFinder } from '../face/FaceFinder.ts';
import type { Box } from '../quality/frameReport.ts';
import { grabVideoFrame } from './grabFrame.ts';

/** Looks for faces beside the other checks, at its own pace. */
export interface FaceFollower {
  /** Looks at what the video shows when it is time to and the last look is over. */
  look(video: HTMLVideoElement, nowMs: number): void;
  /** What was found last; nothing is known before the first answer, and when the last one is too old to mean anything. */
  read(nowMs: number): readonly Box[] | undefined;
}

/** Four times a second: faces move slowly, and a detector may take 30 ms of the main thread. */
const everyMs = 250;
const maxAgeMs = 1_000;

/**
 * Makes a follower of faces. It never waits and never throws: a finder that fails has found nothing out, and is asked again.
 */
export function followFaces(finder: FaceFinder): FaceFollower {
  let askedMs = -Infinity;
  let isLooking = false;
  let found: { readonly boxes: readonly Box[]; readonly atMs: number } | undefined;

  const find = async (video: HTMLVideoElement, atMs: number) => {
    isLooking = true;
    const frame = grabVideoFrame(video);
    try {
      found = { boxes: await finder.find(frame?.pixels ?? video), atMs };
    } catch {
      // The next look may do better; until then the last answer ages.
    } finally {
      isLooking = false;
      frame?.close();
    }
  };

  return {
    look: (video, nowMs) => {
      if (isLooking || nowMs - askedMs < everyMs) return;
      askedMs = nowMs;
      void find(video, nowMs);
    },
    read: (nowMs) => (found && nowMs - found.atMs <= maxAgeMs ? found.boxes : undefined),
  };
}
