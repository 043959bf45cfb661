import { describe, expect, it, vi } from 'vitest';
import { type CaptureSupportScope, readCaptureSupport } from './readCaptureSupport.ts';

const chrome = 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const getUserMedia = vi.fn<MediaDevices['getUserMedia']>();

function createScope(options: { cameras?: number; state?: PermissionState | undefined; userAgent?: string } = {}): CaptureSupportScope {
  const { cameras = 1, state, userAgent = chrome } = options;
  const device = { deviceId: '', groupId: '', label: '', toJSON: () => ({}) };
  return {
    isSecureContext: true,
    document: {},
    navigator: {
      userAgent,
      mediaDevices: {
        getUserMedia,
        enumerateDevices: async () => [
          { ...device, kind: 'audioinput' as const },
          ...Array.from({ length: cameras }, () => ({ ...device, kind: 'videoinput' as const })),
        ],
      },
      permissions: { query: async () => (state ? ({ state } as PermissionStatus) : Promise.reject(new TypeError('camera'))) },
    },
  };
}
const read = async (scope: CaptureSupportScope) => {
  const { blocked, ...rest } = await readCaptureSupport(scope);
  return { ...rest, code: blocked?.code ?? null };
};

describe('readCaptureSupport', () => {
  it('tells what there is, and asks nobody', async () => {
    expect(await read(createScope({ cameras: 2, state: 'prompt' }))).toEqual({
      code: null,
      cameras: 2,
      permission: 'prompt',
      isInApp: false,
      hasCameraApp: false,
    });
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it.each<[string, CaptureSupportScope, string | null]>([
    ['a page that is not secure', { ...createScope(), isSecureContext: false }, 'camera/insecure-context'],
    ['a browser without cameras', { ...createScope(), navigator: {} }, 'camera/unsupported'],
    ['a forbidding policy', { ...createScope(), document: { permissionsPolicy: { allowsFeature: () => false } } }, 'camera/policy-blocked'],
    ['a refusal that is remembered', createScope({ state: 'denied' }), 'camera/denied'],
    ['no camera', createScope({ cameras: 0 }), 'camera/not-found'],
    ['a browser that does not tell of permissions', createScope(), null],
  ])('takes %s for %s', async (_what, scope, code) => {
    expect((await read(scope)).code).toBe(code);
  });

  it.each<[string, boolean]>([
    [chrome, false],
    ['Mozilla/5.0 (Linux; Android 14; SM-G991B; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36', true],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', false],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148', true],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1 [FBAN/FBIOS]', true],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', false],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
  ])('reads from “%s” whether it is inside another app', async (userAgent, isInApp) => {
    expect((await read(createScope({ userAgent }))).isInApp).toBe(isInApp);
  });

  it('knows a file input that opens the camera app', async () => {
    const HTMLInputElement = { prototype: { capture: '' } };
    expect((await read({ ...createScope(), HTMLInputElement })).hasCameraApp).toBe(true);
  });

  it('finds nothing on a server, and does not fail there', async () => {
    expect(await read({})).toMatchObject({ code: 'camera/insecure-context', cameras: 0, permission: 'unknown' });
  });
});
