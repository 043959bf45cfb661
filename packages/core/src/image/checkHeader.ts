import { createFault } from './createFault.ts';
import type { ImageHeader } from './imageHeader.ts';
import type { ImageLimits } from './imageLimits.ts';

/**
 * Refuses sides outside the limits; unknown sides pass, to be checked again once they are known.
 *
 * @throws ImageFault `image/too-small`, `image/too-large`.
 */
export function checkSides(widthPx: number | undefined, heightPx: number | undefined, limits: ImageLimits, type?: string): void {
  if (widthPx === undefined || heightPx === undefined) return;
  const { maxSourcePixels, minEdgePx } = limits;
  const details = { type, widthPx, heightPx };
  if (widthPx * heightPx > maxSourcePixels) throw createFault('image/too-large', { ...details, limit: maxSourcePixels });
  if (Math.min(widthPx, heightPx) < minEdgePx) throw createFault('image/too-small', { ...details, limit: minEdgePx });
}

/**
 * Refuses, before anything is decoded, what by its header cannot or must not be decoded.
 *
 * @param header `null` when the bytes match nothing known.
 * @throws ImageFault `image/unsupported-type`, `image/corrupt`, `image/too-small`, `image/too-large`.
 */
export function checkHeader(file: Blob, header: ImageHeader | null, limits: ImageLimits): ImageHeader {
  const accepted: readonly string[] = limits.acceptedTypes;
  const details = { type: header?.type, bytes: file.size };
  // Bytes that match nothing, in a file said to be a picture: its start is lost. Without that word it is some other file.
  const isBroken = header ? !header.isComplete : accepted.includes(file.type);
  if (!isBroken && !(header && accepted.includes(header.type))) throw createFault('image/unsupported-type', details);
  // Sides come first: a bomb is refused for what it is.
  checkSides(header?.widthPx, header?.heightPx, limits, header?.type);
  if (!header || isBroken) throw createFault('image/corrupt', details);
  return header;
}
