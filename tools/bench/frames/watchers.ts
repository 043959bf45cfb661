import { leaseCaptureWorker, watchFrames } from '@stepframe/core/capture';

export interface WatcherOptions {
  readonly video: HTMLVideoElement;
  readonly maxFps: number;
  /** How often each frame is assessed in the worker, to make a slow one of it. */
  readonly repeats: number;
  /** Told what a frame took elsewhere than on the main thread, where that is known. */
  readonly onWork: (workMs: number) => void;
}

export interface Watching {
  /** How many were looked at so far. */
  readonly frames: () => number;
  readonly stop: () => void;
}

export type Watcher = (options: WatcherOptions) => Watching;

export type WatcherName = 'nothing' | 'callback' | 'ours' | 'ours-callback' | 'canvas-small' | 'canvas-full' | 'bitmap';

/** Counts as many of the video's own frames as ours looks at, and asks for none. */
function watchNothing({ video, maxFps }: WatcherOptions): Watching {
  const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
  const share = maxFps / (track?.getSettings().frameRate ?? maxFps);
  return { frames: () => video.getVideoPlaybackQuality().totalVideoFrames * share, stop: () => undefined };
}

/** Ours, with the whole of the checks; each answer's time is noted. */
function watchOurs({ video, maxFps, repeats, onWork }: WatcherOptions): Watching {
  const lease = leaseCaptureWorker();
  let frames = 0;
  // Frames that come by the track are judged as the one they came with.
  let judged: Parameters<typeof lease.run<'assess'>>[1] | undefined;
  const run: typeof lease.run = async (name, input, transfer, signal) => {
    if ('pixels' in input && 'stream' in input) judged = { ...input, frames: undefined };
    let output: object | void = await lease.run(name, input, transfer, signal);
    let workMs = 0;
    for (let left = repeats; isAssessed(output); left -= 1) {
      workMs += output.workMs;
      const { pixels } = output;
      if (left === 1 || !pixels || !judged) break;
      output = await lease.run('assess', { ...judged, pixels }, [pixels]);
    }
    if (isAssessed(output)) onWork(workMs);
    return output as Awaited<ReturnType<typeof lease.run<typeof name>>>;
  };
  const stop = watchFrames(video, {
    subject: 'document',
    maxFps,
    // To be looked at again it has to come back.
    ...(repeats > 1 && { forgiven: 'all' }),
    onReport: () => {
      frames += 1;
    },
    leaseWorker: () => ({ place: 'worker', release: lease.release, run }),
  });
  return { frames: () => frames, stop };
}

const isAssessed = (output: unknown): output is { readonly pixels?: VideoFrame; readonly workMs: number } =>
  typeof output === 'object' && output !== null && 'workMs' in output;

/** Ours in a browser that gives no track's frames to a worker. */
function watchOursByCallback(options: WatcherOptions): Watching {
  const processor = Object.getOwnPropertyDescriptor(globalThis, 'MediaStreamTrackProcessor');
  Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
  const watching = watchOurs(options);
  return {
    frames: watching.frames,
    stop: () => {
      watching.stop();
      if (processor) Object.defineProperty(globalThis, 'MediaStreamTrackProcessor', processor);
    },
  };
}

/** Calls for a frame as often as ours looks at one. */
function eachFrame({ video, maxFps }: WatcherOptions, look: () => void | Promise<void>): Watching {
  let isStopped = false;
  let lastMs = -Infinity;
  let count = 0;
  const next = (nowMs: number) => {
    if (isStopped) return;
    video.requestVideoFrameCallback(next);
    if (nowMs - lastMs < 1000 / maxFps - 8) return;
    lastMs = nowMs;
    void Promise.resolve(look()).then(() => {
      count += 1;
    });
  };
  video.requestVideoFrameCallback(next);
  return {
    frames: () => count,
    stop: () => {
      isStopped = true;
    },
  };
}

/** The usual way: draw, then read the pixels back; without any check. */
function watchByCanvas(options: WatcherOptions, widthPx: number, heightPx: number): Watching {
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
  nothing: watchNothing,
  callback: (options) => eachFrame(options, () => undefined),
  ours: watchOurs,
  'ours-callback': watchOursByCallback,
  'canvas-small': (options) => watchByCanvas(options, 640, 360),
  'canvas-full': (options) => watchByCanvas(options, options.video.videoWidth, options.video.videoHeight),
  bitmap: (options) => eachFrame(options, async () => (await createImageBitmap(options.video)).close()),
};
