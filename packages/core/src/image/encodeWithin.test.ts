import { describe, expect, it } from 'vitest';
import { encodeWithin } from './encodeWithin.ts';

/** An encoder whose output grows with quality as a photograph's does, and that counts its calls. */
function createEncoder(bytesAtHalf: number) {
  const tried: number[] = [];
  const encode = async (quality: number) => {
    tried.push(quality);
    return new Blob([new Uint8Array(Math.round(bytesAtHalf * Math.exp((quality - 0.5) * 4)))]);
  };
  return { encode, tried };
}

const limits = { quality: 0.9, minQuality: 0.5 };

describe('encodeWithin', () => {
  it('encodes once when the first result fits', async () => {
    const { encode, tried } = createEncoder(1000);
    const { quality } = await encodeWithin(encode, { ...limits, maxBytes: 100_000 });
    expect(quality).toBe(0.9);
    expect(tried).toEqual([0.9]);
  });

  it.each([1100, 1500, 2500, 4000, 4900])('comes within a tenth under %i bytes in few rounds', async (maxBytes) => {
    const { encode, tried } = createEncoder(1000);
    const { blob, quality } = await encodeWithin(encode, { ...limits, maxBytes });
    expect(blob.size).toBeLessThanOrEqual(maxBytes);
    expect(blob.size).toBeGreaterThanOrEqual(maxBytes * 0.88);
    expect(quality).toBeLessThan(0.9);
    expect(quality).toBeGreaterThanOrEqual(0.5);
    expect(tried.length).toBeLessThanOrEqual(4);
  });

  it('gives the smallest when nothing fits', async () => {
    const { encode } = createEncoder(1000);
    const { blob, quality } = await encodeWithin(encode, { ...limits, maxBytes: 900 });
    expect(quality).toBe(0.5);
    expect(blob.size).toBe(1000);
  });

  it('ends when size does not follow quality', async () => {
    const sizes = [900, 500, 800, 800, 800, 800];
    const { blob } = await encodeWithin(async () => new Blob([new Uint8Array(sizes.shift() ?? 0)]), { ...limits, maxBytes: 700 });
    expect(blob.size).toBe(500);
  });

  it('never goes under the floor when the floor is above the wish', async () => {
    const { encode, tried } = createEncoder(1000);
    await encodeWithin(encode, { quality: 0.4, minQuality: 0.5, maxBytes: 10 });
    expect(tried).toEqual([0.4]);
  });
});
