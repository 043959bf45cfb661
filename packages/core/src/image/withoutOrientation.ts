import type { ImageHeader } from './imageHeader.ts';

/** The file with its orientation set to 1, and its type as its bytes have it. No byte is copied. */
export function withoutOrientation(file: Blob, { type, orientationTag: tag }: ImageHeader): Blob {
  const parts = tag ? [file.slice(0, tag.start), new Uint8Array(tag.replacement), file.slice(tag.end)] : [file];
  return new Blob(parts, { type });
}
