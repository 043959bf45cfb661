import { describe, expect, it, vi } from 'vitest';
import { createFakeCamera } from './createFakeCamera.ts';
import type { FakeCamera } from './FakeCamera.ts';

const labels = async (camera: FakeCamera) => (await camera.enumerateDevices()).map(({ label }) => label);

describe('createFakeCamera without a browser', () => {
  it.each([
    [{ outcome: 'denied' }, { name: 'NotAllowedError' }],
    [{ outcome: 'busy' }, { name: 'NotReadableError' }],
    [{ permission: 'denied' }, { name: 'NotAllowedError' }],
    [{ devices: [] }, { name: 'NotFoundError' }],
  ] as const)('refuses as %j', async (options, error) => {
    const camera = createFakeCamera(options);
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject(error);
    expect(camera.liveTracks()).toBe(0);
  });

  it('refuses to give nothing, and sound, which it has not', async () => {
    const camera = createFakeCamera();
    await expect(camera.getUserMedia({})).rejects.toBeInstanceOf(TypeError);
    await expect(camera.getUserMedia()).rejects.toBeInstanceOf(TypeError);
    await expect(camera.getUserMedia({ audio: true })).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(camera.getUserMedia({ audio: true, video: true })).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('keeps every request, refused ones too', async () => {
    const camera = createFakeCamera({ outcome: 'dismissed' });
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(camera.getUserMedia({ video: { width: 640 } })).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(camera.requests).toEqual([{ video: true }, { video: { width: 640 } }]);
  });

  it('tells one nameless device before the permission and all of them with it', async () => {
    const camera = createFakeCamera();
    expect(await camera.enumerateDevices()).toEqual([
      expect.objectContaining({ kind: 'videoinput', deviceId: '', groupId: '', label: '' }),
    ]);
    camera.setPermission('granted');
    const devices = await camera.enumerateDevices();
    expect(devices.map(({ label }) => label)).toEqual(['Fake back camera', 'Fake front camera']);
    expect(JSON.parse(JSON.stringify(devices[1]))).toEqual({
      kind: 'videoinput',
      deviceId: 'fake-camera-2',
      groupId: 'fake-group-2',
      label: 'Fake front camera',
    });
  });

  it('has the devices and the facing mode it is given', async () => {
    expect(await labels(createFakeCamera({ facing: 'user', permission: 'granted' }))).toEqual(['Fake front camera']);
    expect(await labels(createFakeCamera({ devices: [{ label: 'Webcam' }], permission: 'granted' }))).toEqual(['Webcam']);
  });

  it('says that it supports a light only where a device has one', () => {
    expect(createFakeCamera().getSupportedConstraints()).toMatchObject({ facingMode: true, torch: true });
    expect(createFakeCamera({ facing: 'user' }).getSupportedConstraints()).not.toHaveProperty('torch');
  });

  it('remembers a denial and forgets it when the outcome is set', async () => {
    const camera = createFakeCamera({ outcome: 'denied' });
    const status = await camera.permissions.query({ name: 'camera' });
    const changed = vi.fn<() => void>();
    status.addEventListener('change', changed);
    expect(status.state).toBe('prompt');
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(status.state).toBe('denied');
    camera.setOutcome('granted');
    expect(status.state).toBe('prompt');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('does not remember a prompt that was dismissed', async () => {
    const camera = createFakeCamera({ outcome: 'dismissed' });
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect((await camera.permissions.query({ name: 'camera' })).state).toBe('prompt');
  });

  it('hands other permissions to whom it is given', async () => {
    const other = { state: 'granted' } as PermissionStatus;
    const camera = createFakeCamera({ permissions: { query: async () => other } });
    expect(await camera.permissions.query({ name: 'geolocation' })).toBe(other);
  });
});
