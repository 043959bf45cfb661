import { describe, expect, it } from 'vitest';
import { chooseSize } from './chooseSize.ts';

const device = { deviceId: 'd', groupId: 'g', label: 'D', widthPx: 1920, heightPx: 1080 } as const;

describe('chooseSize', () => {
  it.each<[MediaTrackConstraints, number, number]>([
    [{}, 1920, 1080],
    [{ width: 1280 }, 1280, 720],
    [{ height: { ideal: 720 } }, 1280, 720],
    [{ width: { ideal: 640 }, height: { ideal: 480 } }, 640, 480],
    [{ width: { ideal: 4096 }, height: { ideal: 2160 } }, 1920, 1080],
    [{ width: { min: 640 } }, 1920, 1080],
    [{ width: { max: 1280 } }, 1280, 720],
    [{ width: { max: 4096 } }, 1920, 1080],
    [{ width: { ideal: 320, min: 640 } }, 640, 360],
    [{ width: { ideal: 1920, max: 1280 } }, 1280, 720],
    [{ width: { exact: 800 }, height: { exact: 600 } }, 800, 600],
  ])('for %j gives %i × %i', (constraints, widthPx, heightPx) => {
    expect(chooseSize(device, constraints)).toEqual({ widthPx, heightPx });
  });

  it.each<[MediaTrackConstraints, string]>([
    [{ width: { exact: 3840 } }, 'width'],
    [{ height: { min: 2160 } }, 'height'],
    [{ width: { min: 800, max: 640 } }, 'width'],
  ])('refuses %j because of %s', (constraints, constraint) => {
    expect(() => chooseSize(device, constraints)).toThrow(expect.objectContaining({ name: 'OverconstrainedError', constraint }));
  });

  it.each<[MediaTrackConstraints & { resizeMode?: ConstrainDOMString }, number, number]>([
    [{ width: { ideal: 1920 }, height: { ideal: 1080 }, resizeMode: 'none' }, 1600, 1200],
    [{ width: { ideal: 1280 }, height: { ideal: 720 }, resizeMode: { ideal: 'none' } }, 1024, 768],
    [{ width: { ideal: 640 }, height: { ideal: 360 } }, 640, 360],
    [{ resizeMode: 'none' }, 1600, 1200],
  ])('of a 4:3 sensor for %j gives %i × %i', (constraints, widthPx, heightPx) => {
    const sizes = [
      { widthPx: 1600, heightPx: 1200 },
      { widthPx: 1024, heightPx: 768 },
    ];
    expect(chooseSize({ ...device, widthPx: 1600, heightPx: 1200, sizes }, constraints)).toEqual({ widthPx, heightPx });
  });
});
