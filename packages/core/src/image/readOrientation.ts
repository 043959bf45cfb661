import type { OrientationTag } from './imageHeader.ts';
import { readText } from './readText.ts';
import { readUint } from './readUint.ts';

const orientationTagId = 0x0112;
const shortType = 3;

/** An orientation other than 1, and the two bytes that say so. */
export interface StoredOrientation {
  readonly orientation: number;
  readonly orientationTag: OrientationTag;
}

/**
 * Reads the orientation from EXIF data that begins at `start` with `II` or `MM`, or with `Exif` and two zeros before it.
 *
 * `undefined` when it is missing, invalid or 1. Source: Exif 2.32, 4.6.2 and 4.6.4.
 */
export function readOrientation(bytes: Uint8Array, start: number): StoredOrientation | undefined {
  const tiff = readText(bytes, start, 4) === 'Exif' ? start + 6 : start;
  const byteOrder = readText(bytes, tiff, 2);
  if (byteOrder !== 'II' && byteOrder !== 'MM') return undefined;
  const isLittleEndian = byteOrder === 'II';
  const read = (offset: number, length: number) => readUint(bytes, offset, length, isLittleEndian);
  // Only the first directory describes the picture; the second one describes its thumbnail.
  const directory = tiff + read(tiff + 4, 4);
  for (let index = 0; index < read(directory, 2); index += 1) {
    const entry = directory + 2 + index * 12;
    if (read(entry, 2) === orientationTagId) {
      const orientation = read(entry + 8, 2);
      if (read(entry + 2, 2) !== shortType || orientation < 2 || orientation > 8) return undefined;
      return { orientation, orientationTag: { start: entry + 8, end: entry + 10, replacement: isLittleEndian ? [1, 0] : [0, 1] } };
    }
  }
  return undefined;
}
