import { timeHandlers } from './timeHandlers.ts';
import { type WatcherName, watchers } from './watchers.ts';

export interface FrameRun {
  readonly frames: number;
  readonly fps: number;
  /** Of the main thread, for each frame. */
  readonly mainMs: number;
  /** Of the worker for each frame; empty where there is none. */
  readonly workMs: readonly number[];
}

export interface FrameRunOptions {
  readonly name: WatcherName;
  readonly durationMs: number;
  readonly maxFps: number;
  readonly repeats: number;
}

declare global {
  interface Window {
    /** Opens the camera and plays it. */
    openCamera: (widthPx: number, heightPx: number) => Promise<void>;
    /** Lets one watcher look at frames for a while. */
    runWatcher: (options: FrameRunOptions) => Promise<FrameRun>;
  }
}

const times = timeHandlers();
const video = document.createElement('video');
/** For what the last run left to be done after it. */
const pauseMs = 100;
/** Until the worker runs, which is ended and started again between runs. */
const warmFrames = 3;

window.openCamera = async (width, height) => {
  video.muted = true;
  video.width = 360;
  document.body.append(video);
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width, height } });
  const playing = new Promise((resolve) => {
    video.addEventListener('playing', resolve, { once: true });
  });
  await video.play();
  await playing;
  if (video.videoWidth !== width || video.videoHeight !== height)
    throw new Error(`The camera gives ${video.videoWidth} x ${video.videoHeight}.`);
};

window.runWatcher = async ({ name, durationMs, maxFps, repeats }) => {
  window.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const workMs: number[] = [];
  let seen = 0;
  let begin = 0;
  let before = 0;
  return new Promise((resolve) => {
    const stop = watchers[name]({
      video,
      maxFps,
      repeats,
      onFrame: (took) => {
        seen += 1;
        const now = performance.now();
        if (seen === warmFrames) [begin, before] = [now, times.read()];
        if (seen <= warmFrames) return;
        if (took !== undefined) workMs.push(took);
        if (now - begin < durationMs) return;
        stop();
        const frames = seen - warmFrames;
        resolve({ frames, fps: (frames * 1000) / (now - begin), mainMs: (times.read() - before) / frames, workMs });
      },
    });
  });
};
