import { ImageError } from '../errors/ImageError.ts';
import type { ImageHeader } from './imageHeader.ts';
import type { ImageLimits } from './imageLimits.ts';
import { readImageHeader } from './readImageHeader.ts';

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new ImageError(
      'image/corrupt',
      'The file cannot be read: it was moved, changed or is not on this device. Choose it again, or another one.',
      { retryable: true, cause },
    );
  }
}

/** Refuses sides outside the limits; unknown sides pass, to be checked again once they are known. */
export function checkSides(widthPx: number | undefined, heightPx: number | undefined, limits: ImageLimits, type?: string): void {
  if (widthPx === undefined || heightPx === undefined) return;
  const details = { type, widthPx, heightPx };
  if (widthPx * heightPx > limits.maxSourcePixels) {
    throw new ImageError(
      'image/too-large',
      `The picture has ${widthPx} x ${heightPx} pixels; decoding more than ${limits.maxSourcePixels} may crash the page. Use a smaller one.`,
      { details: { ...details, limit: limits.maxSourcePixels } },
    );
  }
  if (Math.min(widthPx, heightPx) < limits.minEdgePx) {
    throw new ImageError(
      'image/too-small',
      `The picture has ${widthPx} x ${heightPx} pixels; below ${limits.minEdgePx} on a side its details cannot be read. Use a larger one.`,
      { details: { ...details, limit: limits.minEdgePx } },
    );
  }
}

/** A file's bytes and what they say of it. */
export interface InspectedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: ImageHeader;
}

/**
 * Reads a file and refuses, before anything is decoded, what cannot or must not be decoded.
 *
 * @throws ImageError `image/empty`, `image/unsupported-type`, `image/corrupt`, `image/too-small`, `image/too-large`.
 */
export async function inspectFile(file: Blob, limits: ImageLimits): Promise<InspectedFile> {
  const { size } = file;
  if (size === 0) throw new ImageError('image/empty', 'The file has no bytes, so there is no picture in it. Choose another one.');
  if (size > limits.maxSourceBytes) {
    throw new ImageError(
      'image/too-large',
      `The file has ${size} bytes; reading more than ${limits.maxSourceBytes} may crash the page. Use a smaller one.`,
      { details: { bytes: size, limit: limits.maxSourceBytes } },
    );
  }
  const bytes = await readBytes(file);
  const header = readImageHeader(bytes);
  const accepted: readonly string[] = limits.acceptedTypes;
  // Bytes that match nothing, in a file said to be a picture: its start is lost. Without that word it is some other file.
  if ((!header && accepted.includes(file.type)) || header?.isComplete === false) {
    // Sides come first: a bomb is refused for what it is.
    checkSides(header?.widthPx, header?.heightPx, limits, header?.type);
    throw new ImageError(
      'image/corrupt',
      'The picture is damaged or cut off, so parts of it would be missing. Choose it again, or another one.',
      { details: { type: header?.type, bytes: size } },
    );
  }
  if (!header || !accepted.includes(header.type)) {
    throw new ImageError(
      'image/unsupported-type',
      `By its bytes the file is ${header ? `of type ${header.type}` : 'no known picture'}, which is not accepted. Use one of: ${accepted.join(', ')}.`,
      { details: { type: header?.type, bytes: size } },
    );
  }
  checkSides(header.widthPx, header.heightPx, limits, header.type);
  return { bytes, header };
}
