import type { ReadyDevice } from './chooseDevice.ts';
import type { FrameSize } from './chooseSize.ts';

/** What a canvas's track must say to pass for a camera's. */
export interface TrackDress {
  readonly device: ReadyDevice;
  readonly fps: number;
  readonly muted: () => boolean;
  readonly torch: () => boolean;
  readonly constraints: () => MediaTrackConstraints;
  /** Size the settings state. */
  readonly size: () => FrameSize;
  /** @throws OverconstrainedError when the wish cannot be met. */
  readonly apply: (constraints: MediaTrackConstraints, torch: boolean | undefined) => void;
  readonly onStop: () => void;
  /** Dresses a clone. */
  readonly onClone: (track: MediaStreamTrack) => MediaStreamTrack;
}

// `torch` is in the Image Capture draft, not in TypeScript's DOM library: https://www.w3.org/TR/image-capture/
interface LightWish {
  readonly torch?: boolean | { readonly exact?: boolean; readonly ideal?: boolean };
  readonly advanced?: readonly LightWish[];
}

function readTorch(wish: LightWish): boolean | undefined {
  const own = typeof wish.torch === 'object' ? (wish.torch.exact ?? wish.torch.ideal) : wish.torch;
  return own ?? wish.advanced?.map(readTorch).find((light) => light !== undefined);
}

/** Gives a canvas's track the words and abilities of a camera's track; its pictures and its life stay its own. */
export function dressTrack(track: MediaStreamTrack, dress: TrackDress): MediaStreamTrack {
  const { device, fps } = dress;
  const stop = track.stop.bind(track);
  const clone = track.clone.bind(track);
  const settings = (): MediaTrackSettings & { torch?: boolean } => {
    const { widthPx, heightPx } = dress.size();
    return {
      deviceId: device.deviceId,
      groupId: device.groupId,
      width: widthPx,
      height: heightPx,
      aspectRatio: widthPx / heightPx,
      frameRate: fps,
      ...(device.facing && { facingMode: device.facing }),
      ...(device.torch && { torch: dress.torch() }),
    };
  };
  const capabilities = (): MediaTrackCapabilities & { torch?: boolean } => ({
    deviceId: device.deviceId,
    groupId: device.groupId,
    width: { min: 1, max: device.widthPx },
    height: { min: 1, max: device.heightPx },
    aspectRatio: { min: 1 / device.heightPx, max: device.widthPx },
    frameRate: { min: 1, max: fps },
    facingMode: device.facing ? [device.facing] : [],
    ...(device.torch && { torch: true }),
  });
  return Object.defineProperties(track, {
    label: { value: device.label, configurable: true },
    muted: { get: dress.muted, configurable: true },
    getSettings: { value: settings, configurable: true },
    getCapabilities: { value: capabilities, configurable: true },
    getConstraints: { value: dress.constraints, configurable: true },
    applyConstraints: {
      value: async (wanted: MediaTrackConstraints = {}) => {
        dress.apply(wanted, device.torch ? readTorch(wanted as LightWish) : undefined);
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
