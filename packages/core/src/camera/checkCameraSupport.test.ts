import { describe, expect, it } from 'vitest';
import { checkCameraSupport } from './checkCameraSupport.ts';
import { type CameraScope, readCameraEnvironment } from './readCameraEnvironment.ts';

const policy = (isAllowed: boolean) => ({ allowsFeature: (feature: string) => feature === 'camera' && isAllowed });
const getUserMedia = () => Promise.reject(new Error('asked'));
const good = {
  isSecureContext: true,
  navigator: { mediaDevices: { getUserMedia, enumerateDevices: () => Promise.resolve([]) } },
  document: {},
};
const check = (scope: CameraScope) => checkCameraSupport(readCameraEnvironment(scope))?.code ?? null;

describe('checkCameraSupport', () => {
  it.each<[string, CameraScope, string | null]>([
    ['a secure page with cameras', good, null],
    ['a page whose policy allows it', { ...good, document: { permissionsPolicy: policy(true) } }, null],
    ['a frame whose policy forbids it', { ...good, document: { permissionsPolicy: policy(false) } }, 'camera/policy-blocked'],
    ['the same by the older name', { ...good, document: { featurePolicy: policy(false) } }, 'camera/policy-blocked'],
    ['an HTTP page, which has no API either', { isSecureContext: false, navigator: {}, document: {} }, 'camera/insecure-context'],
    ['a browser without the API', { ...good, navigator: {} }, 'camera/unsupported'],
    ['a webview with half of the API', { ...good, navigator: { mediaDevices: {} } }, 'camera/unsupported'],
    ['a library’s stand-in for the API', { ...good, navigator: { mediaDevices: { getUserMedia } } }, 'camera/unsupported'],
  ])('judges %s without asking', (_what, scope, code) => {
    expect(check(scope)).toBe(code);
  });

  it('runs on a server, where there is no camera', () => {
    expect(checkCameraSupport()?.code).toBe('camera/insecure-context');
  });
});
