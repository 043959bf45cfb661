import { CameraError, type CameraErrorCode } from '../errors/CameraError.ts';
import { checkCameraSupport } from './checkCameraSupport.ts';
import { createCameraError } from './createCameraError.ts';
import { type CameraEnvironment, readCameraEnvironment } from './readCameraEnvironment.ts';

/** By the standard's names, and by the older ones that webviews still use. Source: Media Capture and Streams, 10.2. */
const codes: Record<string, CameraErrorCode> = {
  NotAllowedError: 'camera/denied',
  PermissionDeniedError: 'camera/denied',
  PermissionDismissedError: 'camera/dismissed',
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
 * `NotAllowedError` has five meanings. A refusal by the page's own setting is told by the environment. The others are
 * told by the permission after the refusal: still `prompt` means that the question was closed and can be asked again;
 * `granted` means that the site may and the system does not let it. Chromium also says "by system", and it says so in
 * English only. What is not known is taken for a camera that does not start.
 *
 * @param permission what the browser says of the camera's permission after the refusal, where it says anything.
 */
export function toCameraError(
  cause: unknown,
  environment: CameraEnvironment = readCameraEnvironment(),
  permission?: PermissionState,
): CameraError {
  if (cause instanceof CameraError) return cause;
  const { name, message } = typeof cause === 'object' && cause !== null ? (cause as Partial<Error>) : {};
  const code = name !== undefined && Object.hasOwn(codes, name) ? codes[name] : undefined;
  const isRefusal = code === 'camera/denied';
  const blocked = code === undefined || isRefusal ? checkCameraSupport(environment) : null;
  if (blocked) return createCameraError(blocked.code, cause);
  if (isRefusal && (permission === 'granted' || /by system/i.test(String(message))))
    return createCameraError('camera/denied-by-system', cause);
  if (isRefusal && permission === 'prompt') return createCameraError('camera/dismissed', cause);
  return createCameraError(code ?? 'camera/in-use', cause);
}
