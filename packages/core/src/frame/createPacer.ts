import type { TaskPlace } from '../worker/Task.ts';

/** How a device keeps up with its camera. */
export interface FramePace {
  /** Frames assessed in the last second. */
  readonly fps: number;
  /** Milliseconds of work for a frame, most of the last ones' mean; 0 when none was assessed yet. */
  readonly workMs: number;
  readonly place: TaskPlace;
  /** Whether that is often enough for guidance and automatic capture: 2 a second, or nearly `maxFps` if that is less. */
  readonly keepsUp: boolean;
}

/** Says when the next frame is due. */
export interface Pacer {
  /** At least so long from one frame to the next, for whoever gets them one by one; a little less than is meant. */
  readonly gapMs: number;
  isDue(nowMs: number): boolean;
  /**
   * To be told of each frame that was assessed, and without `workMs` of each that failed. `grabMs` is what the main thread paid for getting
   * it, which is nothing but where frames are bitmaps.
   */
  settle(nowMs: number, place: TaskPlace, workMs?: number, grabMs?: number): void;
}

/** Share of the time that may go into frames. On the main thread the page needs the rest. */
const duty: Readonly<Record<TaskPlace, number>> = { worker: 0.6, main: 0.25 };
const enoughFps = 2;
/** However long the work takes, a frame is due twice a second: with fewer no picture would be taken automatically. */
const longestMs = 500;
/** Unless the work takes longer than that; a page must come to its turn in between. */
const breath = 1.25;
/** Video frames do not come on the millisecond: one that is a little early is the one that was meant. */
const slackMs = 8;
const windowMs = 1_000;

/**
 * Makes a pacer: at most `maxFps` frames a second, fewer where the work takes its time, but two where that can be.
 *
 * @param onPace told about once a second, while frames come.
 */
export function createPacer(maxFps: number, onPace: (pace: FramePace) => void = () => undefined): Pacer {
  let lastMs = -Infinity;
  let everyMs = 1000 / maxFps;
  let workMs: number | undefined;
  let windowStartMs: number | undefined;
  let count = 0;
  const readGap = () => everyMs - slackMs;
  return {
    get gapMs() {
      return readGap();
    },
    isDue: (nowMs) => {
      if (nowMs - lastMs < readGap()) return false;
      lastMs = nowMs;
      return true;
    },
    settle: (nowMs, place, tookMs, grabMs = 0) => {
      // The first frame pays for the start of everything: it opens the window and is not counted.
      if (windowStartMs === undefined) {
        windowStartMs = nowMs;
        return;
      }
      if (tookMs !== undefined) {
        count += 1;
        workMs = workMs === undefined ? tookMs : workMs + (tookMs - workMs) / 4;
      }
      const spentMs = (workMs ?? 0) + grabMs;
      const wishedMs = Math.max((workMs ?? 0) / duty[place], grabMs / duty.main);
      everyMs = Math.max(1000 / maxFps, Math.min(wishedMs, Math.max(longestMs, spentMs * breath)));
      const passedMs = nowMs - windowStartMs;
      if (passedMs < windowMs) return;
      const fps = (count * 1000) / passedMs;
      windowStartMs = nowMs;
      count = 0;
      onPace({ fps, workMs: workMs ?? 0, place, keepsUp: fps >= Math.min(enoughFps, maxFps * 0.75) });
    },
  };
}
