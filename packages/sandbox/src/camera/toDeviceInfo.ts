import type { ReadyDevice } from './chooseDevice.ts';
import { toCapabilities } from './toCapabilities.ts';

/**
 * A device as `enumerateDevices` lists it. Before the permission a page learns that there is a camera, and no more:
 * https://www.w3.org/TR/mediacapture-streams/#device-info
 */
export function toDeviceInfo(
  device: ReadyDevice,
  isKnown: boolean,
  fps: number,
): MediaDeviceInfo & Pick<InputDeviceInfo, 'getCapabilities'> {
  const { deviceId, groupId, label } = isKnown ? device : { deviceId: '', groupId: '', label: '' };
  const words = { kind: 'videoinput', deviceId, groupId, label } as const;
  return { ...words, toJSON: () => words, getCapabilities: () => (isKnown ? toCapabilities(device, fps) : {}) };
}
