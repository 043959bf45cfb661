import { describe, expect, it } from 'vitest';
import { createFakeCamera } from './createFakeCamera.ts';
import { installFakeCamera } from './installFakeCamera.ts';

/** As in a browser, where both are getters of the prototype. */
class PlainNavigator {
  get mediaDevices(): string {
    return 'real devices';
  }
  get permissions(): string {
    return 'real permissions';
  }
}

describe('installFakeCamera', () => {
  it('stands in front of the browser’s own and goes away without a trace', () => {
    const target = new PlainNavigator();
    const camera = createFakeCamera();
    const restore = installFakeCamera(camera, target);
    expect(target.mediaDevices).toBe(camera);
    expect(target.permissions).toBe(camera.permissions);
    restore();
    expect(target.mediaDevices).toBe('real devices');
    expect(target.permissions).toBe('real permissions');
    expect(Object.keys(target)).toEqual([]);
  });

  it('gives way to the one before it, and restoring twice does nothing', () => {
    const target = new PlainNavigator();
    const [first, second] = [createFakeCamera(), createFakeCamera()];
    const restoreFirst = installFakeCamera(first, target);
    const restoreSecond = installFakeCamera(second, target);
    expect(target.mediaDevices).toBe(second);
    restoreSecond();
    restoreSecond();
    expect(target.mediaDevices).toBe(first);
    restoreFirst();
    expect(target.mediaDevices).toBe('real devices');
  });

  it('works where there is no camera interface at all, as on an insecure page', () => {
    const target: { mediaDevices?: unknown } = {};
    const restore = installFakeCamera(createFakeCamera(), target);
    expect(target.mediaDevices).toBeDefined();
    restore();
    expect('mediaDevices' in target).toBe(false);
  });
});
