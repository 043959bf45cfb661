import type { ReadyDevice } from './chooseDevice.ts';
import type { FrameSize } from './chooseSize.ts';
import { type LensState, readLensWish } from './readLensWish.ts';
import { toTrackCapabilities } from './toCapabilities.ts';

/** What a canvas's track must say to pass for a camera's. */
export interface TrackDress {
  readonly device: ReadyDevice;
  readonly fps: number;
  readonly muted: () => boolean;
  readonly lens: () => LensState;
  readonly constraints: () => MediaTrackConstraints;
  /** Size the settings state. */
  readonly size: () => FrameSize;
  /** @throws OverconstrainedError when the wish cannot be met. */
  readonly apply: (constraints: MediaTrackConstraints, change: Partial<LensState>) => void;
  readonly onStop: () => void;
  /** Dresses a clone. */
  readonly onClone: (track: MediaStreamTrack) => MediaStreamTrack;
}

/** Gives a canvas's track the words and abilities of a camera's track; its pictures and its life stay its own. */
export function dressTrack(track: MediaStreamTrack, dress: TrackDress): MediaStreamTrack {
  const { device, fps } = dress;
  const stop = track.stop.bind(track);
  const clone = track.clone.bind(track);
  const settings = (): MediaTrackSettings & Partial<LensState> => {
    const { widthPx, heightPx } = dress.size();
    return {
      deviceId: device.deviceId,
      groupId: device.groupId,
      width: widthPx,
      height: heightPx,
      aspectRatio: widthPx / heightPx,
      frameRate: fps,
      ...(device.facing && { facingMode: device.facing }),
      ...(device.torch && { torch: dress.lens().torch }),
      ...(device.zoom && { zoom: dress.lens().zoom }),
      ...(device.focusModes && { focusMode: dress.lens().focusMode }),
    };
  };
  return Object.defineProperties(track, {
    label: { value: device.label, configurable: true },
    muted: { get: dress.muted, configurable: true },
    getSettings: { value: settings, configurable: true },
    getCapabilities: { value: () => toTrackCapabilities(device, fps), configurable: true },
    getConstraints: { value: dress.constraints, configurable: true },
    applyConstraints: {
      value: async (wanted: MediaTrackConstraints = {}) => {
        dress.apply(wanted, readLensWish(device, wanted));
      },
      configurable: true,
    },
    stop: {
      value: () => {
        stop();
        dress.onStop();
      },
      configurable: true,
    },
    clone: { value: () => dress.onClone(clone()), configurable: true },
  });
}
