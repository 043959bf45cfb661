import sharp from 'sharp';

const edgePx = 48;

/**
 * How alike two pictures are once both are upright and small: the correlation of their colour values, at most 1.
 *
 * Above 0.98 it is the same picture; another one, or the same one turned or mirrored, stays below 0.9. A correlation
 * heeds neither brightness nor contrast, for Chromium's fake camera stretches both (it takes full-range JPEG for video range).
 */
export async function measureLikeness(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([readSmall(one), readSmall(other)]);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** Colour values around their mean. */
async function readSmall(picture: Uint8Array): Promise<readonly number[]> {
  const values = [...(await sharp(picture).autoOrient().removeAlpha().resize(edgePx, edgePx, { fit: 'fill' }).raw().toBuffer())];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
