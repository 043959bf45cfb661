import type { FrameGuidance, UseCameraResult } from '@stepframe/react';
import type { CameraContextValue } from '../camera/CameraContext.ts';

const nothing = () => {};

/** Guidance that has nothing to say yet. */
export const quietGuide: FrameGuidance = {
  hint: null,
  announced: null,
  countdown: 0,
  outline: null,
  autoCapture: 'off',
  pace: 'steady',
  refused: null,
  switchAutoCapture: nothing,
  takeNow: async () => undefined,
};

/** A live camera that does nothing. */
export function createCamera(): UseCameraResult {
  const video = document.createElement('video');
  Object.assign(video, { play: async () => undefined, pause: nothing });
  return {
    state: { status: 'live', video, facing: 'environment', deviceId: '', widthPx: 1280, heightPx: 720, triesLeft: 4 },
    port: { videoRef: nothing, mirrored: false },
    retry: nothing,
    switchCamera: null,
    devices: [],
    chooseDevice: nothing,
    torch: null,
    zoom: null,
  };
}

/** What the parts of the camera know, for tests and stories of parts by themselves: a live picture with nothing to say of it. */
export function createCameraParts(changes: Partial<CameraContextValue> = {}): CameraContextValue {
  return {
    camera: createCamera(),
    guide: quietGuide,
    blocked: null,
    status: 'live',
    ratio: 16 / 9,
    tone: 'neutral',
    title: '',
    words: '',
    announcement: '',
    problem: null,
    isReady: true,
    isWaiting: false,
    takeNow: nothing,
    isAutomatic: false,
    switchAutomatic: null,
    ...changes,
  };
}
