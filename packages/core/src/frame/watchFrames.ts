import type { FaceFinder } from '../face/FaceFinder.ts';
import type { AssessFrameOptions } from '../quality/assessFrame.ts';
import type { FrameReport } from '../quality/frameReport.ts';
import { type CaptureWorkerLease, leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import type { AssessOutput } from './assessPixels.ts';
import { createPacer, type FramePace } from './createPacer.ts';
import { followFaces } from './followFaces.ts';
import { type GrabbedFrame, grabFrame, toGrabbedFrame } from './grabFrame.ts';
import { onEachFrame } from './onEachFrame.ts';

/** Hands over the frame that the report is about, to be closed by whoever takes it. `null` once it was taken, and after `onReport`. */
export type TakeFrame = () => GrabbedFrame | null;

export interface WatchFramesOptions extends Pick<AssessFrameOptions, 'subject' | 'thresholds'> {
  /** Most frames to look at in a second. Default: 15. Fewer come where the device is slower than that. */
  readonly maxFps?: number | undefined;
  /** Asked about four times a second, beside the other checks. The caller closes it. */
  readonly faceFinder?: FaceFinder | null | undefined;
  /** Told of each frame looked at. The frame is closed as soon as this returns, unless it was taken. */
  readonly onReport: (report: FrameReport, take: TakeFrame) => void;
  /** Told about once a second whether the device keeps up. */
  readonly onPace?: ((pace: FramePace) => void) | undefined;
  /** Where frames are assessed; by default the worker that everybody shares. */
  readonly leaseWorker?: (() => CaptureWorkerLease) | undefined;
}

let lastStream = 0;

/**
 * Looks at the frames of a playing video: each is read and assessed in a worker, and one is under way at a time. Frames that
 * come meanwhile are dropped, never queued. It rests while the page is hidden or the video is paused, and goes on by itself;
 * a frame that fails is skipped.
 *
 * The main thread pays for taking and sending a frame, not for its pixels. Without `VideoFrame` (Safari before 16.4) it pays for a
 * bitmap, and without a worker for everything: fewer frames are looked at then.
 *
 * @returns stops it. Nothing is reported from then on, and whatever is under way is closed when it arrives.
 */
export function watchFrames(video: HTMLVideoElement, options: WatchFramesOptions): () => void {
  const { subject, thresholds, maxFps = 15, faceFinder, onReport, onPace, leaseWorker = leaseCaptureWorker } = options;
  const stream = (lastStream += 1);
  const lease = leaseWorker();
  const pacer = createPacer(maxFps, onPace);
  const faces = faceFinder ? followFaces(faceFinder) : undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  let isBusy = false;

  const report = ({ report: seen, pixels }: AssessOutput) => {
    let held: GrabbedFrame | null = toGrabbedFrame(pixels);
    const take = () => {
      const taken = held;
      held = null;
      return taken;
    };
    try {
      onReport(seen, take);
    } finally {
      take()?.close();
    }
  };

  const assess = async (nowMs: number): Promise<AssessOutput | undefined> => {
    try {
      const { pixels, close } = await grabFrame(video);
      if (signal.aborted) return void close();
      faces?.look(pixels, video, nowMs);
      const input = { stream, pixels, subject, thresholds, faces: faces?.read(nowMs) };
      const output = await lease.run('assess', input, [pixels], signal);
      if (signal.aborted) return void output.pixels.close();
      return output;
    } catch {
      return undefined;
    }
  };

  const look = async (nowMs: number) => {
    if (isBusy || video.paused || video.ownerDocument.hidden || !pacer.isDue(nowMs)) return;
    isBusy = true;
    const output = await assess(nowMs);
    isBusy = false;
    if (signal.aborted) return;
    pacer.settle(performance.now(), lease.place, output?.workMs);
    if (output) report(output);
  };

  const unsubscribe = onEachFrame(video, (nowMs) => void look(nowMs));
  return () => {
    if (signal.aborted) return;
    unsubscribe();
    stopping.abort();
    // Its memory of the last frame; without the worker there is nothing to forget.
    void lease.run('forget', { stream }).catch(() => undefined);
    lease.release();
  };
}
