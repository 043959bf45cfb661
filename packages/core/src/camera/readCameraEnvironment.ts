/** What a page can know about its cameras without asking the person. */
export interface CameraEnvironment {
  readonly isSecureContext: boolean;
  /** `navigator.mediaDevices` can list cameras and open them. */
  readonly hasCameraApi: boolean;
  /** What the Permissions-Policy says; `undefined` where the browser does not tell (Safari, Firefox). */
  readonly isAllowedByPolicy: boolean | undefined;
}

/** The two names of the same thing: the standard's, and what Chromium shipped. */
interface PolicyDocument {
  readonly permissionsPolicy?: { allowsFeature(feature: string): boolean };
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** The parts of a window that are looked at. */
export interface CameraScope {
  readonly isSecureContext?: boolean;
  readonly navigator?: { readonly mediaDevices?: Partial<MediaDevices> | undefined };
  readonly document?: object;
}

/** Reads the camera environment of a page. It prompts for nothing, and on a server it finds no camera. */
export function readCameraEnvironment(scope: CameraScope = globalThis): CameraEnvironment {
  const page: PolicyDocument = scope.document ?? {};
  const mediaDevices = scope.navigator?.mediaDevices;
  return {
    isSecureContext: scope.isSecureContext ?? false,
    // Both: some libraries, react-webcam for one, put a `getUserMedia` that only fails where there is none.
    hasCameraApi: typeof mediaDevices?.getUserMedia === 'function' && typeof mediaDevices.enumerateDevices === 'function',
    isAllowedByPolicy: (page.permissionsPolicy ?? page.featurePolicy)?.allowsFeature('camera'),
  };
}
