import { CameraError, type CameraErrorCode } from '../errors/CameraError.ts';

const messages: Record<CameraErrorCode, string> = {
  'camera/denied':
    'The camera is refused for this site, and the browser will not ask again. Allow it in its settings, or offer a file instead.',
  'camera/dismissed': 'The question for the camera was closed without a yes. Ask again, or offer a file instead.',
  'camera/denied-by-system':
    'The operating system keeps the camera from the browser. Allow it in the privacy settings of the device, or offer a file instead.',
  'camera/not-found': 'No camera is connected, so no picture can be taken. Connect one, or offer a file instead.',
  'camera/in-use': 'The camera did not start, mostly because another app or tab holds it. Close the other one and try again.',
  'camera/overconstrained': 'No camera fits what was asked for. Ask for less: cameraConstraints() lists what to try next.',
  'camera/insecure-context': 'Browsers give cameras to secure pages only, and this one is not. Serve it over HTTPS or from localhost.',
  'camera/policy-blocked':
    'This page may not use the camera. Put allow="camera" on its frame and allow camera in the Permissions-Policy header.',
  'camera/unsupported': 'This browser has no camera access (navigator.mediaDevices). Offer a file instead.',
  'camera/interrupted': 'The camera was live and stopped: it was unplugged, or the system took it. Try again, or offer a file instead.',
  'camera/timeout': 'The camera was allowed and gave no picture in time. Try again, or choose another camera.',
};

/** Trying the same thing again on the same page cannot help. */
const final: ReadonlySet<CameraErrorCode> = new Set([
  'camera/insecure-context',
  'camera/policy-blocked',
  'camera/unsupported',
  'camera/overconstrained',
]);

/** Makes the error of a code, with its message. */
export function createCameraError(code: CameraErrorCode, cause?: unknown): CameraError {
  return new CameraError(code, messages[code], { cause, retryable: !final.has(code) });
}
