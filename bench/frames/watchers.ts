import { leaseCaptureWorker, watchFrames } from '@stepframe/core/capture';

/** Told of each frame that was looked at, and what it took elsewhere than on the main thread where that is known. */
export type FrameDone = (workMs?: number) => void;

export interface WatcherOptions {
  readonly video: HTMLVideoElement;
  readonly maxFps: number;
  /** How often each frame is assessed in the worker, to make a slow one of it. */
  readonly repeats: number;
  readonly onFrame: FrameDone;
}

export type Watcher = (options: WatcherOptions) => () => void;

export type WatcherName = 'nothing' | 'ours' | 'canvas-small' | 'canvas-full' | 'bitmap';

/** Ours, with the whole of the checks; each answer's time is noted. */
function watchOurs({ video, maxFps, repeats, onFrame }: WatcherOptions): () => void {
  const lease = leaseCaptureWorker();
  let workMs = 0;
  return watchFrames(video, {
    subject: 'document',
    maxFps,
    onReport: () => onFrame(workMs),
    leaseWorker: () => ({
      place: 'worker',
      release: lease.release,
      run: async (name, input, transfer, signal) => {
        let output = await lease.run(name, input, transfer, signal);
        if (name !== 'assess') return output;
        workMs = readWorkMs(output);
        for (let count = 1; count < repeats; count += 1) {
          const { pixels } = output as { pixels: VideoFrame };
          output = await lease.run(name, { ...input, pixels }, [pixels], signal);
          workMs += readWorkMs(output);
        }
        return output;
      },
    }),
  });
}

const readWorkMs = (output: unknown) => (output as { workMs: number }).workMs;

/** Calls for a frame as often as ours looks at one. */
function eachFrame({ video, maxFps, onFrame }: WatcherOptions, look: () => void | Promise<void>): () => void {
  let isStopped = false;
  let lastMs = -Infinity;
  const next = (nowMs: number) => {
    if (isStopped) return;
    video.requestVideoFrameCallback(next);
    if (nowMs - lastMs < 1000 / maxFps - 8) return;
    lastMs = nowMs;
    void Promise.resolve(look()).then(() => onFrame());
  };
  video.requestVideoFrameCallback(next);
  return () => {
    isStopped = true;
  };
}

/** The usual way: draw, then read the pixels back; without any check. */
function watchByCanvas(options: WatcherOptions, widthPx: number, heightPx: number): () => void {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: widthPx, height: heightPx });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return eachFrame(options, () => {
    context?.drawImage(options.video, 0, 0, widthPx, heightPx);
    context?.getImageData(0, 0, widthPx, heightPx);
  });
}

/** Everyone who looks at frames. */
export const watchers: Readonly<Record<WatcherName, Watcher>> = {
  nothing: (options) => eachFrame(options, () => undefined),
  ours: watchOurs,
  'canvas-small': (options) => watchByCanvas(options, 640, 360),
  'canvas-full': (options) => watchByCanvas(options, options.video.videoWidth, options.video.videoHeight),
  bitmap: (options) => eachFrame(options, async () => (await createImageBitmap(options.video)).close()),
};
