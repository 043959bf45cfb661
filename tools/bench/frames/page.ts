import { type WatcherName, type Watching, watchers } from './watchers.ts';

export interface FrameRun {
  readonly frames: number;
  readonly fps: number;
  /** Of the worker by the clock, for each frame; empty where there is none. */
  readonly workMs: readonly number[];
}

export interface FrameRunOptions {
  readonly name: WatcherName;
  readonly maxFps: number;
  readonly repeats: number;
}

declare global {
  interface Window {
    /** Opens the camera and plays it. */
    openCamera: (widthPx: number, heightPx: number) => Promise<void>;
    /** Lets one watcher look at frames; resolves when it is warm. */
    startWatcher: (options: FrameRunOptions) => Promise<void>;
    /** What it does from now on, for a while. */
    measureWatcher: (durationMs: number) => Promise<FrameRun>;
    stopWatcher: () => void;
  }
}

const video = document.createElement('video');
/** For what the last run left to be done after it. */
const pauseMs = 100;
/** Until the worker runs, which is ended and started again between runs. */
const warmFrames = 3;

const wait = (durationMs: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });

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

let watching: Watching | undefined;
let workMs: number[] = [];

window.startWatcher = async ({ name, maxFps, repeats }) => {
  window.gc?.();
  await wait(pauseMs);
  watching = watchers[name]({ video, maxFps, repeats, onWork: (took) => workMs.push(took) });
  const first = watching.frames();
  while (watching.frames() < first + warmFrames) await wait(pauseMs);
};

window.measureWatcher = async (durationMs) => {
  if (!watching) throw new Error('Start a watcher first.');
  workMs = [];
  const [begin, framesBefore] = [performance.now(), watching.frames()];
  await wait(durationMs);
  const [frames, passedMs] = [watching.frames() - framesBefore, performance.now() - begin];
  return { frames, fps: (frames * 1000) / passedMs, workMs };
};

window.stopWatcher = () => watching?.stop();
