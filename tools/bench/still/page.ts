import { type Component, createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import Webcam from 'react-webcam';
import { type MainThreadGaps, watchMainThread } from '../harness/watchMainThread.ts';
import { type TakerName, takers } from './takers.ts';

export interface StillRun extends MainThreadGaps {
  /** From the call to the picture. */
  readonly ms: number;
  /** Of the main thread, before the call comes back. */
  readonly syncMs: number;
}

export interface TakenStill {
  readonly kilobytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

declare global {
  interface Window {
    /** Shows the camera. */
    openCamera: (widthPx: number, heightPx: number) => Promise<void>;
    /** Lets one taker take one picture. */
    runTaker: (name: TakerName) => Promise<StillRun>;
    /** What the last one took. */
    measureTaken: () => Promise<TakenStill>;
  }
}

/** For what the last run left to be done after it. */
const pauseMs = 150;

/** What is used of react-webcam; its own types do not go with React 19's. */
interface WebcamProps {
  readonly forceScreenshotSourceSize: boolean;
  readonly screenshotFormat: 'image/jpeg';
  readonly screenshotQuality: number;
  readonly width: number;
  readonly videoConstraints: MediaTrackConstraints;
  readonly onPlaying: () => void;
}
type ShownWebcam = Component<WebcamProps> & Pick<Webcam, 'getScreenshot' | 'video'>;

const WebcamClass = Webcam as unknown as new (props: WebcamProps) => ShownWebcam;
const webcam = createRef<ShownWebcam>();

function readVideo(): HTMLVideoElement {
  const video = webcam.current?.video;
  if (!video) throw new Error('react-webcam shows no video.');
  return video;
}

window.openCamera = async (width, height) => {
  const root = document.createElement('div');
  document.body.append(root);
  const wish = { width: { exact: width }, height: { exact: height }, frameRate: 15 };
  const props = {
    forceScreenshotSourceSize: true,
    screenshotFormat: 'image/jpeg',
    screenshotQuality: 0.92,
    width: 640,
    videoConstraints: wish,
  } as const;
  await new Promise<void>((resolve) => {
    createRoot(root).render(createElement(WebcamClass, { ...props, ref: webcam, onPlaying: () => resolve() }));
  });
  const { videoWidth, videoHeight } = readVideo();
  if (videoWidth !== width || videoHeight !== height) throw new Error(`The camera gives ${videoWidth} x ${videoHeight}.`);
};

let taken: Blob | string = '';

window.measureTaken = async () => {
  if (taken === '') return { kilobytes: 0, widthPx: 0, heightPx: 0 };
  const blob = typeof taken === 'string' ? await (await fetch(taken)).blob() : taken;
  const bitmap = await createImageBitmap(blob);
  const { width: widthPx, height: heightPx } = bitmap;
  bitmap.close();
  return { kilobytes: (typeof taken === 'string' ? taken.length : blob.size) / 1000, widthPx, heightPx };
};

window.runTaker = async (name) => {
  const current = webcam.current;
  if (!current) throw new Error('Open the camera first.');
  window.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const endWatch = watchMainThread();
  const begin = performance.now();
  const taking = takers[name]({ webcam: current, video: readVideo() });
  const syncMs = performance.now() - begin;
  taken = await taking;
  const ms = performance.now() - begin;
  return { ms, syncMs, ...endWatch() };
};
