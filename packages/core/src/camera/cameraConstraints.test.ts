import { describe, expect, it } from 'vitest';
import { cameraConstraints } from './cameraConstraints.ts';

const size = { width: { ideal: 1920 }, height: { ideal: 1080 }, resizeMode: 'none' };

describe('cameraConstraints', () => {
  it('goes from a facing camera in full HD to any camera', () => {
    expect(cameraConstraints({ facing: 'environment' })).toEqual([
      { audio: false, video: { facingMode: { ideal: 'environment' }, ...size } },
      { audio: false, video: { facingMode: { ideal: 'environment' } } },
      { audio: false, video: true },
    ]);
  });

  it('asks for the chosen camera first and does without it when it is gone', () => {
    expect(cameraConstraints({ facing: 'user', deviceId: 'a' }).map(({ video }) => video)).toEqual([
      { deviceId: { exact: 'a' }, ...size },
      { deviceId: { exact: 'a' } },
      { facingMode: { ideal: 'user' }, ...size },
      { facingMode: { ideal: 'user' } },
      true,
    ]);
  });

  it('takes an empty device id for no choice, as enumerateDevices gives it before permission', () => {
    expect(cameraConstraints({ facing: 'user', deviceId: '' })).toEqual(cameraConstraints({ facing: 'user' }));
  });
});
