import type { CameraError } from '../errors/CameraError.ts';
import { createCameraError } from './createCameraError.ts';
import { type CameraEnvironment, readCameraEnvironment } from './readCameraEnvironment.ts';

/**
 * Says, without a prompt, why this page cannot have a camera, so that a file can be offered at once.
 *
 * @returns `null` when nothing stands against asking; the person may still refuse.
 */
export function checkCameraSupport(environment: CameraEnvironment = readCameraEnvironment()): CameraError | null {
  // Insecure pages have no API at all, so the reason comes before its consequence.
  if (!environment.isSecureContext) return createCameraError('camera/insecure-context');
  if (!environment.hasCameraApi) return createCameraError('camera/unsupported');
  if (environment.isAllowedByPolicy === false) return createCameraError('camera/policy-blocked');
  return null;
}
