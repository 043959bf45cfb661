import type { CameraWish } from './cameraConstraints.ts';
import type { Lens, LensAbilities } from './scoreLens.ts';

/** Chromium and Safari tell a device's capabilities without opening it, once there is permission. */
interface TellingDevice extends MediaDeviceInfo {
  readonly getCapabilities?: () => MediaTrackCapabilities;
}

/** Front first: "FaceTime" faces the person. The words for behind in the languages phones come in. */
const front = /front|facetime|selfie|user|vorder|avant|frontal|delant|anterior|voor|przedni|передн|前|전면|ön kamera/;
const back = /back|rear|environment|rück|arrière|tras|posterior|achter|bakre|bagside|tylny|tylna|задн|основн|背|后|後|후면|arka/;

/** Where a camera faces by its label; `undefined` for a webcam that does not say. */
function readFacing(label: string, abilities: LensAbilities | undefined): CameraWish['facing'] | undefined {
  const stated = abilities?.facingMode?.[0];
  if (stated === 'user' || stated === 'environment') return stated;
  const words = label.toLowerCase();
  if (front.test(words)) return 'user';
  return back.test(words) ? 'environment' : undefined;
}

/** What is known of a camera in the list of devices. Its track, when it is open, knows more. */
export function readLens(device: TellingDevice, track?: MediaStreamTrack): Lens {
  const { deviceId, label } = device;
  const abilities: LensAbilities | undefined =
    device.getCapabilities || track ? { ...device.getCapabilities?.(), ...track?.getCapabilities?.() } : undefined;
  return { deviceId, label, facing: readFacing(label, abilities), abilities };
}
