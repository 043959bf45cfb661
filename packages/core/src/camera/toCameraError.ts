import { CameraError, type CameraErrorCode } from '../errors/CameraError.ts';
import { checkCameraSupport } from './checkCameraSupport.ts';
import { createCameraError } from './createCameraError.ts';
import { type CameraEnvironment, readCameraEnvironment } from './readCameraEnvironment.ts';

/** By the standard's names, and by the older ones that webviews still use. Source: Media Capture and Streams, 10.2. */
const codes: Record<string, CameraErrorCode> = {
  NotAllowedError: 'camera/denied',
  PermissionDeniedError: 'camera/denied',
  PermissionDismissedError: 'camera/denied',
  SecurityError: 'camera/policy-blocked',
  NotFoundError: 'camera/not-found',
  DevicesNotFoundError: 'camera/not-found',
  NotReadableError: 'camera/in-use',
  TrackStartError: 'camera/in-use',
  AbortError: 'camera/in-use',
  OverconstrainedError: 'camera/overconstrained',
  ConstraintNotSatisfiedError: 'camera/overconstrained',
  TimeoutError: 'camera/timeout',
};

/**
 * Turns what `getUserMedia` threw into a CameraError.
 *
 * A refusal by the page's own setting (`NotAllowedError` too) is told apart from a refusal by the person through the
 * environment. What is not known is taken for a camera that does not start.
 */
export function toCameraError(cause: unknown, environment: CameraEnvironment = readCameraEnvironment()): CameraError {
  if (cause instanceof CameraError) return cause;
  const name = typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
  const code = Object.hasOwn(codes, name) ? codes[name] : undefined;
  const isAboutPage = code === undefined || code === 'camera/denied';
  const blocked = isAboutPage ? checkCameraSupport(environment) : null;
  return createCameraError(blocked?.code ?? code ?? 'camera/in-use', cause);
}
