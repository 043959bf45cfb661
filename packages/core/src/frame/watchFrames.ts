import type { FaceFinder } from '../face/FaceFinder.ts';
import type { AssessFrameOptions } from '../quality/assessFrame.ts';
import type { FrameIssue, FrameReport } from '../quality/frameReport.ts';
import { type CaptureWorkerLease, leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import type { AssessOutput } from './assessPixels.ts';
import { createPacer, type FramePace } from './createPacer.ts';
import { followFaces } from './followFaces.ts';
import { type GrabbedFrame, grabMoment, toGrabbedFrame } from './grabFrame.ts';
import { onEachFrame } from './onEachFrame.ts';
import { openTrackFrames, readTrack } from './openTrackFrames.ts';

/**
 * Hands over the frame that the report is about, to be closed by whoever takes it. `null` when something is wrong with the frame that
 * was not forgiven, once it was taken, and after `onReport`.
 */
export type TakeFrame = () => GrabbedFrame | null;

export interface WatchFramesOptions extends Pick<AssessFrameOptions, 'subject' | 'thresholds'> {
  /** Most frames to look at in a second. Default: 15. Fewer come where the device is slower than that. */
  readonly maxFps?: number | undefined;
  /** Asked about four times a second, beside the other checks. The caller closes it. */
  readonly faceFinder?: FaceFinder | null | undefined;
  /**
   * Which issues a frame may have and still be taken; others are closed where they were looked at. Default: `moving`, which automatic
   * capture forgives a shaky hand.
   */
  readonly forgiven?: readonly FrameIssue[] | 'all' | undefined;
  /** Told of each frame looked at. The frame is closed as soon as this returns, unless it was taken. */
  readonly onReport: (report: FrameReport, take: TakeFrame) => void;
  /** Told about once a second whether the device keeps up. */
  readonly onPace?: ((pace: FramePace) => void) | undefined;
  /** Where frames are assessed; by default the worker that everybody shares. */
  readonly leaseWorker?: (() => CaptureWorkerLease) | undefined;
}

/** So many frames in a row that did not come, or lay otherwise than the video shows them, are no passing thing. */
const maxMisses = 3;
const forgivenByDefault: readonly FrameIssue[] = ['moving'];

let lastStream = 0;

/**
 * Looks at the frames of a playing video: each is read and assessed in a worker, and one is under way at a time. Frames that
 * come meanwhile are dropped, never queued. It rests while the page is hidden or the video is paused, and goes on by itself;
 * a frame that fails is skipped, and another stream in the same video is followed.
 *
 * In Chromium the worker takes the frames from the camera's track itself: the main thread pays for the reports. Elsewhere, and where those
 * frames lie otherwise than the video shows them, it pays for taking and sending a frame, not for its pixels. Without `VideoFrame`
 * (Safari before 16.4) it pays for a bitmap, and without a worker for everything: fewer frames are looked at then.
 *
 * @returns stops it. Nothing is reported from then on, and whatever is under way is closed when it arrives.
 */
export function watchFrames(video: HTMLVideoElement, options: WatchFramesOptions): () => void {
  const { subject, thresholds, maxFps = 15, faceFinder, forgiven = forgivenByDefault, onReport, onPace } = options;
  const { leaseWorker = leaseCaptureWorker } = options;
  const stream = (lastStream += 1);
  const lease = leaseWorker();
  const pacer = createPacer(maxFps, onPace);
  const faces = faceFinder ? followFaces(faceFinder) : undefined;
  let isStopped = false;
  let isBusy = false;
  let misses = 0;
  let grabMs = 0;
  let unsubscribe: () => void;

  const isResting = () => video.paused || video.ownerDocument.hidden;
  // Its memory of the last frame, and its frames; without the worker there is nothing to forget.
  const forget = () => void lease.run('forget', { stream }).catch(() => undefined);

  const findFaces = () => {
    const nowMs = performance.now();
    faces?.look(video, nowMs);
    return faces?.read(nowMs);
  };

  const settle = (output?: AssessOutput): AssessOutput | undefined => {
    if (!isStopped) {
      pacer.settle(performance.now(), lease.place, output?.workMs, grabMs);
      return output;
    }
    output?.pixels?.close();
    return undefined;
  };
  const fail = () => settle();

  const assess = (pixels: VideoFrame | ImageBitmap, frames?: ReadableStream<VideoFrame>) => {
    const input = { stream, pixels, frames, subject, thresholds, forgiven, faces: findFaces() };
    return lease.run('assess', input, frames ? [pixels, frames] : [pixels]).then(settle, fail);
  };

  const report = ({ report: seen, pixels }: AssessOutput) => {
    let held = pixels ? toGrabbedFrame(pixels) : null;
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

  /** One frame as the video shows it. */
  const look = async () => {
    const begunAtMs = performance.now();
    const frame = await grabMoment(video).catch(() => undefined);
    grabMs = performance.now() - begunAtMs;
    if (frame && !isStopped) return assess(frame.pixels);
    frame?.close();
    return settle();
  };

  /** One frame after the other as the track gives them, for as long as the video shows that stream. */
  const follow = async (frames: ReadableStream<VideoFrame>) => {
    unsubscribe();
    grabMs = 0;
    const { srcObject } = video;
    const reader = frames.getReader();
    try {
      const { value: first } = await reader.read();
      // Handed over right behind a frame: Chromium leaves one open that comes while a stream is handed over or cancelled.
      reader.releaseLock();
      if (isStopped) first?.close();
      let output = await (first && !isStopped ? assess(first, frames) : undefined);
      while (output) {
        const { frameWidthPx, frameHeightPx } = output.report;
        const isCurrent = video.srcObject === srcObject && !isResting() && lease.place === 'worker';
        const isAsShown = isCurrent && frameWidthPx === video.videoWidth && frameHeightPx === video.videoHeight;
        misses = isAsShown ? 0 : misses + 1;
        if (isAsShown) report(output);
        else output.pixels?.close();
        if (isStopped || !isCurrent || misses === maxMisses) return;
        output = await lease.run('assessNext', { stream, gapMs: pacer.gapMs, faces: findFaces() }).then(settle, fail);
      }
      misses += 1;
    } finally {
      // Refused where they were handed over: then they are the worker's to end.
      frames.cancel().catch(() => undefined);
      if (!isStopped) {
        forget();
        subscribe();
      }
    }
  };

  const onFrame = async (nowMs: number) => {
    if (isBusy || isResting() || !pacer.isDue(nowMs)) return;
    isBusy = true;
    try {
      const output = await look();
      if (output) report(output);
      const mayFollow = output && !isStopped && misses < maxMisses && lease.place === 'worker';
      const track = mayFollow ? readTrack(video) : undefined;
      const frames = track && openTrackFrames(track);
      if (frames) await follow(frames);
    } finally {
      isBusy = false;
    }
  };

  const subscribe = () => {
    unsubscribe = onEachFrame(video, (nowMs) => void onFrame(nowMs));
  };

  subscribe();
  return () => {
    if (isStopped) return;
    isStopped = true;
    unsubscribe();
    forget();
    lease.release();
  };
}
