import { describe, expect, it } from 'vitest';
import { exifSegment } from './exifSegment.ts';

/** Reads a TIFF directory by the book, not with the code under test. */
function readDirectory(tiff: DataView, offset: number): Map<number, readonly (number | string)[]> {
  const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 };
  const found = new Map<number, readonly (number | string)[]>();
  for (let entry = 0; entry < tiff.getUint16(offset); entry += 1) {
    const at = offset + 2 + entry * 12;
    const type = tiff.getUint16(at + 2);
    const count = tiff.getUint32(at + 4);
    const size = sizes[type] ?? 0;
    const start = size * count > 4 ? tiff.getUint32(at + 8) : at + 8;
    const values = Array.from({ length: count }, (_, place) => {
      const here = start + place * size;
      if (type === 5) return tiff.getUint32(here) / tiff.getUint32(here + 4);
      if (type === 4) return tiff.getUint32(here);
      if (type === 3) return tiff.getUint16(here);
      return tiff.getUint8(here);
    });
    found.set(tiff.getUint16(at), type === 2 ? [String.fromCharCode(...values.slice(0, -1))] : values);
  }
  return found;
}

function read(bytes: readonly number[]) {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  const tiff = new DataView(view.buffer, 10);
  const first = readDirectory(tiff, tiff.getUint32(4));
  const link = first.get(0x8825)?.[0];
  return { view, tiff, first, gps: typeof link === 'number' ? readDirectory(tiff, link) : undefined };
}

describe('exifSegment', () => {
  it('is an APP1 segment of its own length with a TIFF block inside', () => {
    const { view, tiff } = read(exifSegment(6, { latitude: 0, longitude: 0 }));
    expect(view.getUint16(0)).toBe(0xffe1);
    expect(view.getUint16(2)).toBe(view.byteLength - 2);
    expect(String.fromCharCode(...new Uint8Array(view.buffer, 4, 6))).toBe('Exif\0\0');
    expect([tiff.getUint16(0), tiff.getUint16(2)]).toEqual([0x4d4d, 42]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('holds the maker and orientation %i', (orientation) => {
    const { first, gps } = read(exifSegment(orientation, undefined));
    expect(first.get(0x010f)).toEqual(['SPECIMEN']);
    expect(first.get(0x0112)).toEqual([orientation]);
    expect(gps).toBeUndefined();
  });

  it.each([
    [{ latitude: 0, longitude: 0 }, 'N', [0, 0, 0], 'E', [0, 0, 0]],
    [{ latitude: -1.5, longitude: 10.25 }, 'S', [1, 30, 0], 'E', [10, 15, 0]],
    [{ latitude: 0.01, longitude: -179.9999 }, 'N', [0, 0, 36], 'W', [179, 59, 59.64]],
  ])('holds the position %j', (position, north, latitude, east, longitude) => {
    const { gps } = read(exifSegment(1, position));
    expect(gps?.get(0)).toEqual([2, 3, 0, 0]);
    expect([gps?.get(1), gps?.get(2), gps?.get(3), gps?.get(4)]).toEqual([[north], latitude, [east], longitude]);
  });
});
