import type { CameraWish } from './cameraConstraints.ts';
import type { CameraState } from './cameraReducer.ts';
import type { CameraTiming } from './cameraTiming.ts';
import type { ChoiceStorage } from './chosenCamera.ts';
import type { Lens } from './scoreLens.ts';
import type { LensSettings, TrackControls } from './trackControls.ts';

export interface CameraOptions {
  /** What is left out has its default. */
  readonly timing?: Partial<CameraTiming> | undefined;
  /** Where the person's choice of camera is kept; `null` keeps it for the life of this camera only. Default: `sessionStorage`. */
  readonly storage?: ChoiceStorage | null | undefined;
}

/** The camera as it stands; the same object until something changes. */
export interface CameraSnapshot extends TrackControls {
  readonly state: CameraState;
  /** The cameras there are, as far as the browser tells. */
  readonly lenses: readonly Lens[];
  /** The camera that was opened last, where the browser tells. */
  readonly deviceId: string | undefined;
}

/** The one owner of a stream, from the wish to the last track. Nothing happens before `want`, nothing is left after `release`. */
export interface Camera {
  readonly snapshot: () => CameraSnapshot;
  /** @returns ends the subscription. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Opens a camera, or another one when the wish has changed. The same wish twice is one question. */
  readonly want: (wish: CameraWish) => void;
  /** Stops every track and timer, and listens to nothing any more. */
  readonly release: () => void;
  /** Says which video shows the picture, or that there is none any more. The stream is kept meanwhile. */
  readonly attach: (video: HTMLVideoElement | null) => void;
  /** Opens the camera anew, when it is blocked or interrupted. */
  readonly retry: () => void;
  /** Takes this camera from now on, for the side wanted now; `null` lets the lens be chosen again. */
  readonly choose: (deviceId: string | null) => void;
  /** Light and zoom, where the track has them. Never rejects. */
  readonly adjust: (settings: Pick<LensSettings, 'torch' | 'zoom'>) => Promise<void>;
}
