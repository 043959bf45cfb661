import type { CameraError } from '../errors/CameraError.ts';
import { checkCameraSupport } from './checkCameraSupport.ts';
import { createCameraError } from './createCameraError.ts';
import { hasCameraApp } from './hasCameraApp.ts';
import { isInApp } from './isInApp.ts';
import { listLenses } from './listLenses.ts';
import { readCameraEnvironment, type CameraScope } from './readCameraEnvironment.ts';
import { readCameraPermission } from './readCameraPermission.ts';

/** What is possible on this page, as far as it can be known without asking the person. */
export interface CaptureSupport {
  /** Why there is no use in asking for the camera; `null` when nothing stands against it. The person may still refuse. */
  readonly blocked: CameraError | null;
  /** At least so many cameras; before permission most browsers tell no more than that there is one. */
  readonly cameras: number;
  /** `unknown` where the browser does not tell. */
  readonly permission: PermissionState | 'unknown';
  /** The page is shown inside another app, where cameras often do not work. A hint by the browser's name for itself. */
  readonly isInApp: boolean;
  /** A file input with `capture` opens the phone's own camera app. */
  readonly hasCameraApp: boolean;
}

/** The parts of a window that are looked at. */
export interface CaptureSupportScope extends CameraScope {
  readonly navigator?: Partial<Pick<Navigator, 'permissions' | 'userAgent'>> & CameraScope['navigator'];
  readonly HTMLInputElement?: { readonly prototype: object };
}

/** Reads what is possible here. It never prompts, never opens a camera and never throws. */
export async function readCaptureSupport(scope: CaptureSupportScope = globalThis): Promise<CaptureSupport> {
  const { mediaDevices, permissions, userAgent = '' } = scope.navigator ?? {};
  const status = await readCameraPermission(permissions);
  const cameras = mediaDevices?.enumerateDevices
    ? await listLenses({ enumerateDevices: () => mediaDevices.enumerateDevices?.() ?? Promise.resolve([]) })
    : [];
  const permission = status?.state ?? 'unknown';
  const lacking =
    permission === 'denied' ? createCameraError('camera/denied') : cameras.length === 0 ? createCameraError('camera/not-found') : null;
  return {
    blocked: checkCameraSupport(readCameraEnvironment(scope)) ?? lacking,
    cameras: cameras.length,
    permission,
    isInApp: isInApp(userAgent),
    hasCameraApp: hasCameraApp(scope),
  };
}
