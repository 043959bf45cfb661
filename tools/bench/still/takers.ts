import { grabFrame, prepareImage, type PrepareImageOptions } from '@stepframe/core/capture';
import type Webcam from 'react-webcam';

/** What is at hand: react-webcam with its video playing. */
export interface StillSource {
  readonly webcam: Pick<Webcam, 'getScreenshot'>;
  readonly video: HTMLVideoElement;
}

/** Takes one picture: a Blob, or a data URL from those who give no Blob. */
export type Taker = (source: StillSource) => Promise<Blob | string>;

export type TakerName = 'nothing' | 'ours' | 'ours-full' | 'webcam' | 'webcam-blob' | 'canvas';

const quality = 0.92;

async function takeOurs({ video }: StillSource, limits: PrepareImageOptions['limits']): Promise<Blob> {
  const frame = await grabFrame(video);
  try {
    return (await prepareImage(frame, { limits })).blob;
  } finally {
    frame.close();
  }
}

async function takeScreenshot({ webcam }: StillSource): Promise<string> {
  const address = webcam.getScreenshot();
  if (!address) throw new Error('react-webcam gave no picture.');
  return address;
}

async function takeByCanvas({ video }: StillSource): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/jpeg', quality);
  });
}

/** Everyone who takes pictures. */
export const takers: Readonly<Record<TakerName, Taker>> = {
  nothing: () => new Promise((resolve) => setTimeout(() => resolve(''), 150)),
  ours: (source) => takeOurs(source, {}),
  'ours-full': (source) => takeOurs(source, { maxEdgePx: 3840, maxBytes: 20_000_000, quality }),
  webcam: takeScreenshot,
  'webcam-blob': async (source) => (await fetch(await takeScreenshot(source))).blob(),
  canvas: takeByCanvas,
};
