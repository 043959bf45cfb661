import { type CameraState, maxRevivals } from './cameraReducer.ts';

/** How long the camera waits for what, in milliseconds. */
export interface CameraTiming {
  /** For the browser's answer where the permission is there already, so that no prompt is open. Default 20 000. */
  readonly answerMs: number;
  /** From the stream to its first frame. Default 10 000. */
  readonly firstFrameMs: number;
  /** Without a new frame before the picture counts as frozen. Default 3000. */
  readonly frozenMs: number;
  /** For a muted or frozen track to come back before the camera is opened again. Default 4000. */
  readonly returnMs: number;
  /** Before an ended camera is opened again; doubles with each try. Default 300. */
  readonly retryMs: number;
  /** Live for so long, an interruption counts as over and the tries are given back. Default 10 000. */
  readonly settledMs: number;
}

export const defaultCameraTiming: CameraTiming = {
  answerMs: 20_000,
  firstFrameMs: 10_000,
  frozenMs: 3_000,
  returnMs: 4_000,
  retryMs: 300,
  settledMs: 10_000,
};

/** After how long a state is over by itself (`timedOut`), or `null` when it may last. Pure. */
export function stateTimeoutMs(state: CameraState, timing: CameraTiming): number | null {
  if (state.status === 'live') return state.triesLeft < maxRevivals ? timing.settledMs : null;
  if (!('step' in state)) return null;
  if (state.step === 'asking') return timing.answerMs;
  if (state.status === 'opening' || state.step === 'starting') return timing.firstFrameMs;
  return state.cause === 'ended' ? timing.retryMs * 2 ** (maxRevivals - state.triesLeft) : timing.returnMs;
}
