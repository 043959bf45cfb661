import { describe, expect, it } from 'vitest';
import { encodeWithin, type EncodingSource } from './encodeWithin.ts';

interface FakePicture {
  readonly bytesAtHalf: number;
  /** What is estimated, as a multiple of what is so. */
  readonly error?: number;
  readonly pixels?: number;
}

/** An encoder whose output grows with quality as a photograph's does, and that counts its calls. */
function createSource({ bytesAtHalf, error = 1, pixels = 100_000 }: FakePicture) {
  const tried: number[] = [];
  const bytesAt = (quality: number) => Math.round(bytesAtHalf * Math.exp((quality - 0.5) * 4));
  const source: EncodingSource = {
    pixels,
    encode: async (quality) => {
      tried.push(quality);
      return new Blob([new Uint8Array(bytesAt(quality))]);
    },
    estimateBytes: async (quality) => bytesAt(quality) * error,
  };
  return { source, tried };
}

const limits = { quality: 0.9, minQuality: 0.5 };

describe('encodeWithin', () => {
  it('encodes once, without an estimate, when there is plenty of room', async () => {
    const { source, tried } = createSource({ bytesAtHalf: 1000 });
    const noEstimate = { ...source, estimateBytes: () => Promise.reject(new Error('was asked')) };
    expect(await encodeWithin(noEstimate, { ...limits, maxBytes: 40_000 })).toMatchObject({ quality: 0.9 });
    expect(tried).toEqual([0.9]);
  });

  it('keeps the quality when the estimate fits', async () => {
    const { source, tried } = createSource({ bytesAtHalf: 1000 });
    expect(await encodeWithin(source, { ...limits, maxBytes: 5300 })).toMatchObject({ quality: 0.9 });
    expect(tried).toEqual([0.9]);
  });

  it.each([1100, 1500, 2500, 4000, 4900])('comes within a tenth under %i bytes with one encoding', async (maxBytes) => {
    const { source, tried } = createSource({ bytesAtHalf: 1000 });
    const encoded = await encodeWithin(source, { ...limits, maxBytes });
    if (!('blob' in encoded)) throw new Error('nothing fits');
    expect(encoded.blob.size).toBeLessThanOrEqual(maxBytes);
    expect(encoded.blob.size).toBeGreaterThanOrEqual(maxBytes * 0.9);
    expect(tried).toEqual([encoded.quality]);
  });

  it.each([0.8, 0.9])('corrects an estimate of %f of the truth with one more encoding', async (error) => {
    const { source, tried } = createSource({ bytesAtHalf: 1000, error });
    const encoded = await encodeWithin(source, { ...limits, maxBytes: 3000 });
    if (!('blob' in encoded)) throw new Error('nothing fits');
    expect(encoded.blob.size).toBeLessThanOrEqual(3000);
    expect(encoded.blob.size).toBeGreaterThanOrEqual(3000 * 0.88);
    expect(tried).toHaveLength(2);
  });

  it('corrects what was not estimated at all', async () => {
    const { source, tried } = createSource({ bytesAtHalf: 1000, pixels: 4000 });
    const encoded = await encodeWithin(source, { ...limits, maxBytes: 3000 });
    expect(encoded).toMatchObject({ blob: { size: expect.any(Number) } });
    expect(tried).toHaveLength(2);
  });

  it('says how much the lowest quality takes when that is too much', async () => {
    expect(await encodeWithin(createSource({ bytesAtHalf: 1000 }).source, { ...limits, maxBytes: 900 })).toEqual({ overBytes: 1000 });
  });

  it('ends when size does not follow quality', async () => {
    const source: EncodingSource = { pixels: 10, encode: async () => new Blob([new Uint8Array(800)]), estimateBytes: async () => 300 };
    expect(await encodeWithin(source, { ...limits, maxBytes: 700 })).toEqual({ overBytes: 800 });
  });

  it('never goes under the wish when the floor is above it', async () => {
    const { source, tried } = createSource({ bytesAtHalf: 1000 });
    expect(await encodeWithin(source, { quality: 0.4, minQuality: 0.5, maxBytes: 640 })).toEqual({ overBytes: expect.any(Number) });
    expect(tried).toEqual([0.4]);
  });
});
