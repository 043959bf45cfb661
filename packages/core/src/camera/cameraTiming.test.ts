import { expect, it } from 'vitest';
import type { CameraState } from './cameraReducer.ts';
import { defaultCameraTiming, stateTimeoutMs } from './cameraTiming.ts';
import { createCameraError } from './createCameraError.ts';

const waiting = { status: 'interrupted', step: 'waiting', cause: 'ended' } as const;
const live = { status: 'live', facing: 'user', deviceId: '', widthPx: 1, heightPx: 1, video: {} as HTMLVideoElement } as const;

it.each<[string, CameraState, number | null]>([
  ['off', { status: 'off' }, null],
  ['blocked', { status: 'blocked', error: createCameraError('camera/denied') }, null],
  ['the answer', { status: 'opening', step: 'asking', triesLeft: 4 }, 20_000],
  ['the first frame', { status: 'opening', step: 'starting', triesLeft: 4 }, 10_000],
  ['the first frame anew', { ...waiting, step: 'starting', triesLeft: 3 }, 10_000],
  ['the first try', { ...waiting, triesLeft: 4 }, 300],
  ['the second try', { ...waiting, triesLeft: 3 }, 600],
  ['the end of the tries', { ...waiting, triesLeft: 0 }, 4_800],
  ['a muted track', { ...waiting, cause: 'muted', triesLeft: 4 }, 4_000],
  ['a frozen picture', { ...waiting, cause: 'frozen', triesLeft: 1 }, 4_000],
  ['being live for a while after an interruption', { ...live, triesLeft: 3 }, 10_000],
  ['nothing when live and settled', { ...live, triesLeft: 4 }, null],
])('waits for %s', (_what, state, ms) => {
  expect(stateTimeoutMs(state, defaultCameraTiming)).toBe(ms);
});
