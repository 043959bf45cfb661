import type { CameraError } from '../errors/CameraError.ts';
import { createCameraError } from './createCameraError.ts';
import type { CameraWish } from './cameraConstraints.ts';

/** Why a picture that was live stopped: the track is `muted`, it has `ended`, or no new frame comes (`frozen`). */
export type Interruption = 'muted' | 'ended' | 'frozen';

/** What is on the screen. */
export interface CameraPicture {
  readonly video: HTMLVideoElement;
  /** Where the camera in use faces; the wish where it does not say (desktop). Mirror what is shown when it is `user`. */
  readonly facing: CameraWish['facing'];
  /** Of the camera in use; empty where the browser keeps it to itself. */
  readonly deviceId: string;
  /** Of the frame as it is painted, never what the track's settings claim (mozmorris/react-webcam#416). */
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Tries {
  /** How often the camera may still be opened again by itself before the person is asked. */
  readonly triesLeft: number;
}

/**
 * Where the camera stands.
 *
 * - `off`: nobody wants it; no track is live.
 * - `opening`: `asking` while the browser decides, perhaps by asking the person; `starting` from the stream to its first frame.
 * - `live`: a real frame is painted. Frames before it are black, so only now may one be taken.
 * - `interrupted`: it was live and stopped, and comes back by itself: `waiting` for it, or `asking` and `starting` anew.
 * - `blocked`: it does not come by itself; `error` says why. Ways on: try again, another camera, a file.
 */
export type CameraState =
  | { readonly status: 'off' }
  | (Tries & { readonly status: 'opening'; readonly step: 'asking' | 'starting' })
  | (Tries & CameraPicture & { readonly status: 'live' })
  | (Tries & { readonly status: 'interrupted'; readonly step: 'waiting' | 'asking' | 'starting'; readonly cause: Interruption })
  | { readonly status: 'blocked'; readonly error: CameraError };

type Plain<Name extends string> = Name extends string ? { readonly type: Name } : never;

/**
 * What can happen to a camera.
 *
 * - `wanted`, `released`, `changed` (another camera is wanted), `retried`: what people and components do.
 * - `opened`, `failed`, `painted` (a frame is on the screen), `lost`: what the browser says.
 * - `shown`: the page can be seen again. `detached`: its video is gone, the stream is kept.
 * - `recovered`: what blocked is gone, and asking again prompts nobody.
 * - `timedOut`: the state has lasted as long as `stateTimeoutMs` lets it; in `live` this gives the tries back.
 */
export type CameraEvent =
  | Plain<'wanted' | 'released' | 'changed' | 'retried' | 'recovered' | 'opened' | 'timedOut' | 'shown' | 'detached'>
  | { readonly type: 'failed'; readonly error: CameraError }
  | { readonly type: 'painted'; readonly picture: CameraPicture }
  /** `maxTries`: fewer where each try may ask the person again. */
  | { readonly type: 'lost'; readonly cause: Interruption; readonly maxTries: number };

/** How often an interrupted camera is opened again by itself. */
export const maxRevivals = 4;

export const cameraOff: CameraState = { status: 'off' };

/** Failures that pass by themselves, so that an interrupted camera is worth another try. */
const passing: ReadonlySet<string> = new Set(['camera/in-use', 'camera/timeout', 'camera/overconstrained']);
/** Told as they are, even when they end an interruption: the way back is another one. */
const hasOwnWayBack = ({ code }: CameraError): boolean => code !== 'camera/not-found' && !passing.has(code);

/** The next state, or the same one for an event that has no meaning there (a late answer, a double click). Pure. */
export function cameraReducer(state: CameraState, event: CameraEvent): CameraState {
  if (state.status === 'off') return event.type === 'wanted' ? asking() : state;
  switch (event.type) {
    case 'released':
      return cameraOff;
    case 'changed':
      return asking();
    case 'retried':
      return state.status === 'blocked' || state.status === 'interrupted' ? asking() : state;
    case 'recovered':
      return state.status === 'blocked' ? asking() : state;
    case 'opened':
      return 'step' in state && state.step === 'asking' ? { ...state, step: 'starting' } : state;
    case 'failed':
      return 'step' in state && state.step !== 'waiting' ? fail(state, event.error) : state;
    case 'painted':
      return paint(state, event.picture);
    case 'lost':
      return lose(state, event.cause, event.maxTries);
    case 'timedOut':
      return timeOut(state);
    case 'shown':
      return state.status === 'interrupted' && state.step === 'waiting' && state.cause === 'ended' ? revive(state) : state;
    case 'detached':
      return state.status === 'live' || (state.status === 'interrupted' && state.step === 'starting')
        ? { status: 'opening', step: 'starting', triesLeft: state.triesLeft }
        : state;
    case 'wanted':
      return state;
    default:
      return event satisfies never;
  }
}

type Stepped = Extract<CameraState, { readonly step: string }>;
type Interrupted = Extract<CameraState, { readonly status: 'interrupted' }>;

function asking(): CameraState {
  return { status: 'opening', step: 'asking', triesLeft: maxRevivals };
}

function fail(state: Stepped, error: CameraError): CameraState {
  if (state.status === 'opening' || hasOwnWayBack(error)) return { status: 'blocked', error };
  if (passing.has(error.code) && state.triesLeft > 0) return { ...state, step: 'waiting', cause: 'ended' };
  return { status: 'blocked', error: createCameraError('camera/interrupted', error) };
}

function paint(state: CameraState, picture: CameraPicture): CameraState {
  const { video, facing, deviceId, widthPx, heightPx } = picture;
  if (state.status === 'live') {
    const isSame = video === state.video && widthPx === state.widthPx && heightPx === state.heightPx;
    return isSame ? state : { ...state, video, widthPx, heightPx };
  }
  // What has ended paints no more: a frame of it comes late.
  const canPaint = 'step' in state && (state.step === 'starting' || (state.step === 'waiting' && state.cause !== 'ended'));
  return canPaint ? { status: 'live', video, facing, deviceId, widthPx, heightPx, triesLeft: state.triesLeft } : state;
}

function lose(state: CameraState, cause: Interruption, maxTries: number): CameraState {
  const isStarting = 'step' in state && state.step === 'starting';
  const isWorse = state.status === 'interrupted' && state.step === 'waiting' && cause === 'ended' && state.cause !== 'ended';
  // Tracks may begin muted; whether a picture comes is for the time limit to say.
  if (!(state.status === 'live' || isWorse || (isStarting && cause === 'ended'))) return state;
  return { status: 'interrupted', step: 'waiting', cause, triesLeft: Math.min(state.triesLeft, maxTries) };
}

function timeOut(state: CameraState): CameraState {
  if (state.status === 'live') return state.triesLeft < maxRevivals ? { ...state, triesLeft: maxRevivals } : state;
  if (!('step' in state)) return state;
  return state.step === 'waiting' ? revive(state) : fail(state, createCameraError('camera/timeout'));
}

function revive(state: Interrupted): CameraState {
  return state.triesLeft > 0
    ? { ...state, step: 'asking', triesLeft: state.triesLeft - 1 }
    : { status: 'blocked', error: createCameraError('camera/interrupted') };
}
