import { decodeScaled } from './decodeScaled.ts';
import type { ImageHeader } from './imageHeader.ts';
import type { PlannedSize } from './planSize.ts';
import { swapsSides } from './uprightTransform.ts';
import { withoutOrientation } from './withoutOrientation.ts';

/** Decoded pixels, not yet turned. */
export interface DecodedImage {
  readonly pixels: ImageBitmap;
  readonly path: 'scaled-decode' | 'decoded';
}

async function decodeWhole(file: Blob, header: ImageHeader, size: PlannedSize | undefined): Promise<ImageBitmap | undefined> {
  if (typeof createImageBitmap !== 'function') return undefined;
  try {
    const source = withoutOrientation(file, header);
    if (!size || size.scale === 1) return await createImageBitmap(source);
    const [resizeWidth, resizeHeight] = swapsSides(header.orientation) ? [size.heightPx, size.widthPx] : [size.widthPx, size.heightPx];
    return await createImageBitmap(source, { resizeWidth, resizeHeight, resizeQuality: 'high' });
  } catch {
    return undefined;
  }
}

/**
 * Decodes a file, no larger than needed, without turning it.
 *
 * Browsers differ in whether they apply an orientation, by version, by type and by the function asked: Chromium turns JPEG and
 * not WebP. So the orientation is taken out of the bytes first, and the caller applies it: exactly once, everywhere.
 *
 * @param bytes The whole file; they may be given away.
 * @param size What will be made of it, where its sides are known.
 * @returns `undefined` when the browser does not decode it.
 */
export async function decodeImage(
  file: Blob,
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  size: PlannedSize | undefined,
): Promise<DecodedImage | undefined> {
  const scaled = size && size.eighths < 8 ? await decodeScaled(bytes, header, size.eighths) : undefined;
  if (scaled) return { pixels: scaled, path: 'scaled-decode' };
  const pixels = await decodeWhole(file, header, size);
  return pixels && { pixels, path: 'decoded' };
}
