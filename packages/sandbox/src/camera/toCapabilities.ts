import type { ReadyDevice } from './chooseDevice.ts';

/** The standard's and the Image Capture draft's, as far as a fake device has them. */
export interface FakeCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step: number };
  readonly focusMode?: readonly string[];
}

/** What a device says of itself before it is opened: the standard's capabilities, without the lens. */
export function toCapabilities(device: ReadyDevice, fps: number): FakeCapabilities {
  const { deviceId, groupId, widthPx, heightPx, facing } = device;
  return {
    deviceId,
    groupId,
    width: { min: 1, max: widthPx },
    height: { min: 1, max: heightPx },
    aspectRatio: { min: 1 / heightPx, max: widthPx },
    frameRate: { min: 1, max: fps },
    facingMode: facing ? [facing] : [],
  };
}

/** What its open track says: light, zoom and focus as well. */
export function toTrackCapabilities(device: ReadyDevice, fps: number): FakeCapabilities {
  const { torch, zoom, focusModes } = device;
  return {
    ...toCapabilities(device, fps),
    ...(torch && { torch }),
    ...(zoom && { zoom: { step: 0.1, ...zoom } }),
    ...(focusModes && { focusMode: focusModes }),
  };
}
