import { describe, expect, it } from 'vitest';
import { chooseDevice, type ReadyDevice } from './chooseDevice.ts';

const size = { widthPx: 1280, heightPx: 720, groupId: 'g' } as const;
const devices: readonly ReadyDevice[] = [
  { ...size, deviceId: 'wide', label: 'Wide', facing: 'environment' },
  { ...size, deviceId: 'main', label: 'Main', facing: 'environment', widthPx: 3840, heightPx: 2160 },
  { ...size, deviceId: 'front', label: 'Front', facing: 'user' },
  { ...size, deviceId: 'usb', label: 'USB' },
];

describe('chooseDevice', () => {
  it.each<[MediaTrackConstraints, string]>([
    [{}, 'wide'],
    [{ facingMode: 'user' }, 'front'],
    [{ facingMode: { ideal: 'user' } }, 'front'],
    [{ facingMode: { exact: 'user' } }, 'front'],
    [{ facingMode: ['left', 'user'] }, 'front'],
    [{ facingMode: 'left' }, 'wide'],
    [{ deviceId: 'usb' }, 'usb'],
    [{ deviceId: { exact: 'usb' } }, 'usb'],
    [{ deviceId: { exact: ['gone', 'main'] } }, 'main'],
    [{ deviceId: 'gone' }, 'wide'],
    [{ deviceId: 'main', facingMode: 'user' }, 'main'],
    [{ width: { min: 1920 } }, 'main'],
    [{ height: { exact: 1080 } }, 'main'],
    [{ width: 9999 }, 'wide'],
    [{ width: { ideal: 9999 } }, 'wide'],
  ])('for %j takes %s', (constraints, deviceId) => {
    expect(chooseDevice(devices, constraints).deviceId).toBe(deviceId);
  });

  it.each<[MediaTrackConstraints, string]>([
    [{ deviceId: { exact: 'gone' } }, 'deviceId'],
    [{ facingMode: { exact: 'left' } }, 'facingMode'],
    [{ deviceId: { exact: 'usb' }, facingMode: { exact: 'user' } }, 'facingMode'],
    [{ facingMode: { exact: 'user' }, width: { min: 1920 } }, 'width'],
    [{ height: { exact: 4320 } }, 'height'],
  ])('refuses %j because of %s', (constraints, constraint) => {
    expect(() => chooseDevice(devices, constraints)).toThrow(expect.objectContaining({ name: 'OverconstrainedError', constraint }));
  });

  it('refuses with NotFoundError when there is none', () => {
    expect(() => chooseDevice([], {})).toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });
});
