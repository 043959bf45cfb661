import { expect, it } from 'vitest';
import { createFakeCamera } from './createFakeCamera.ts';
import { installFakeCamera } from './installFakeCamera.ts';

it('takes the place of navigator.mediaDevices and gives it back', async () => {
  const real = navigator.mediaDevices;
  const camera = createFakeCamera({ widthPx: 320, heightPx: 180 });
  const restore = installFakeCamera(camera);
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { exact: 'user' } } });
    expect(stream).toBeInstanceOf(MediaStream);
    expect(stream.getVideoTracks()[0]?.label).toBe('Fake front camera');
    expect((await navigator.permissions.query({ name: 'camera' })).state).toBe('granted');
    expect((await navigator.permissions.query({ name: 'geolocation' })).name).toBe('geolocation');
  } finally {
    restore();
    camera.dispose();
  }
  expect(navigator.mediaDevices).toBe(real);
  expect(navigator.mediaDevices).toBeInstanceOf(MediaDevices);
});
