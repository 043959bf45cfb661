import { createFault } from './createFault.ts';
import type { ImageLimits } from './imageLimits.ts';

/**
 * Reads a file, unless it is too large for that.
 *
 * @throws ImageFault `image/empty`, `image/too-large`, or a retryable `image/corrupt` when it cannot be read any more.
 */
export async function readFile(file: Blob, { maxSourceBytes: limit }: ImageLimits): Promise<Uint8Array<ArrayBuffer>> {
  const { size: bytes } = file;
  if (bytes === 0) throw createFault('image/empty');
  if (bytes > limit) throw createFault('image/too-large', { bytes, limit });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw createFault('image/corrupt', {}, cause, true);
  }
}
