import type { ImageHeader, JpegCoding } from './imageHeader.ts';
import { readOrientation, type StoredOrientation } from './readOrientation.ts';
import { readSegments, startOfScan } from './readSegments.ts';
import { readText } from './readText.ts';
import { readUint } from './readUint.ts';

/** C0 to CF but C4, C8 and CC. */
const isFrameHeader = (marker: number) => marker === 0xc0 || (marker >> 4 === 0xc && marker % 4 !== 0);

/** Whether a file begins as a JPEG does. */
export const isJpeg = (bytes: Uint8Array): boolean => readUint(bytes, 0, 3) === 0xffd8ff;

/** What the frame header at `at` and Adobe's word on its colours make of it. Source: ITU-T T.81, B.2.2; ITU-T T.872, 6.5.3. */
function readCoding(bytes: Uint8Array, at: number, adobeTransform: number | undefined): JpegCoding {
  const components = bytes[at + 9];
  const ids = [bytes[at + 10], bytes[at + 13], bytes[at + 16]].join(' ');
  const isYcc = components === 3 && adobeTransform !== 0 && ids !== '82 71 66';
  if (bytes[at + 4] !== 8 || !(isYcc || components === 1)) return 'other';
  if (bytes[at + 1] === 0xc0) return 'baseline';
  return bytes[at + 1] === 0xc2 ? 'progressive' : 'other';
}

/** No code is shorter than a bit and each block of 8 x 8 has one: with less, a header has lost its picture. */
const leastScanBytes = (widthPx = 0, heightPx = 0) => (Math.ceil(widthPx / 8) * Math.ceil(heightPx / 8)) / 8;

/** In scan data FF is always followed by 00 or a restart marker, so an FF D9 after its start is the end of the picture. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  // Searched from the back: phones append thumbnails and films to the picture, so it need not be the last two bytes.
  for (let at = bytes.lastIndexOf(0xd9); at > from; at = bytes.lastIndexOf(0xd9, at - 1)) {
    if (bytes[at - 1] === 0xff) return true;
  }
  return false;
}

/**
 * Reads a JPEG's sides, orientation and whether its scan is there to the end. Source: ITU-T T.81, annex B.
 *
 * It never throws; what cannot be read is `undefined`, and a file without scan data is not complete.
 */
export function readJpegHeader(bytes: Uint8Array): ImageHeader {
  let widthPx: number | undefined;
  let heightPx: number | undefined;
  let stored: StoredOrientation | undefined;
  let frameHeader: number | undefined;
  let adobeTransform: number | undefined;
  let isComplete = false;
  for (const { marker, start, end } of readSegments(bytes, 2)) {
    const word = readText(bytes, start + 4, 5);
    if (isFrameHeader(marker)) {
      frameHeader ??= start;
      heightPx ??= readUint(bytes, start + 5, 2) || undefined;
      widthPx ??= readUint(bytes, start + 7, 2) || undefined;
    } else if (marker === 0xe1 && word === 'Exif\0') stored ??= readOrientation(bytes, start + 4);
    else if (marker === 0xee && word === 'Adobe') adobeTransform = bytes[start + 15];
    else if (marker === startOfScan) isComplete = hasEnd(bytes, end) && bytes.length - end >= leastScanBytes(widthPx, heightPx);
  }
  const coding = frameHeader === undefined ? undefined : readCoding(bytes, frameHeader, adobeTransform);
  return { type: 'image/jpeg', widthPx, heightPx, orientation: 1, orientationTag: undefined, ...stored, coding, isComplete };
}
