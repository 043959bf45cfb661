import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/**
 * Why there is no live camera.
 *
 * | code | when |
 * | --- | --- |
 * | `camera/denied` | the person refused, and the browser remembers it (`NotAllowedError`) |
 * | `camera/dismissed` | the question was closed or refused for this once; it can be asked again (`NotAllowedError`) |
 * | `camera/denied-by-system` | the operating system keeps the camera from the browser (`NotAllowedError`) |
 * | `camera/not-found` | no camera is there (`NotFoundError`) |
 * | `camera/in-use` | another app holds it, or it does not start (`NotReadableError`, `AbortError`) |
 * | `camera/overconstrained` | no camera fits the wish (`OverconstrainedError`) |
 * | `camera/insecure-context` | the page is not HTTPS or localhost |
 * | `camera/policy-blocked` | a frame without `allow="camera"`, or a Permissions-Policy |
 * | `camera/unsupported` | the browser has no `mediaDevices` |
 * | `camera/interrupted` | it was live, stopped, and did not come back by itself |
 * | `camera/timeout` | permission was given and no picture came |
 */
export type CameraErrorCode =
  | 'camera/denied'
  | 'camera/dismissed'
  | 'camera/denied-by-system'
  | 'camera/not-found'
  | 'camera/in-use'
  | 'camera/overconstrained'
  | 'camera/insecure-context'
  | 'camera/policy-blocked'
  | 'camera/unsupported'
  | 'camera/interrupted'
  | 'camera/timeout';

/** The camera cannot be used; a file can always be chosen instead. */
export class CameraError extends StepframeError<CameraErrorCode> {
  constructor(code: CameraErrorCode, message: string, options: StepframeErrorOptions = {}) {
    super(code, message, { retryable: true, ...options });
  }
}
