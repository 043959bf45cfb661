import { describe, expect, it } from 'vitest';
import { withExif } from './withExif.ts';

const jpeg = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9)], { type: 'image/jpeg' });
const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

describe('withExif', () => {
  it('puts the segment right behind the start and keeps every other byte', async () => {
    const bytes = await bytesOf(await withExif(jpeg, { orientation: 6 }));
    const length = ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0);
    expect(bytes.slice(0, 4)).toEqual([0xff, 0xd8, 0xff, 0xe1]);
    expect([0xff, 0xd8, ...bytes.slice(4 + length)]).toEqual(await bytesOf(jpeg));
  });

  it('is larger by the position', async () => {
    const without = await withExif(jpeg, { orientation: 6 });
    const within = await withExif(jpeg, { orientation: 6, gps: { latitude: 0, longitude: 0 } });
    expect(within.size).toBeGreaterThan(without.size);
    expect(within.type).toBe('image/jpeg');
  });

  it('refuses what is no JPEG or has EXIF already', async () => {
    await expect(withExif(new Blob(['PNG']), { orientation: 1 })).rejects.toBeInstanceOf(TypeError);
    await expect(withExif(new Blob([]), { orientation: 1 })).rejects.toBeInstanceOf(TypeError);
    await expect(withExif(await withExif(jpeg, { orientation: 1 }), { orientation: 6 })).rejects.toBeInstanceOf(TypeError);
  });
});
