import { readUint } from './readUint.ts';

/** A part of a JPEG: a marker and what belongs to it, without the scan data that may follow. */
export interface JpegSegment {
  readonly marker: number;
  /** Of its first byte. */
  readonly start: number;
  /** Of the first byte after it. */
  readonly end: number;
}

export const startOfScan = 0xda;
export const endOfImage = 0xd9;

/** Reads the segments from `at` on, up to the first scan or the end, which come last. Source: ITU-T T.81, annex B. */
export function readSegments(bytes: Uint8Array, at: number): JpegSegment[] {
  const segments: JpegSegment[] = [];
  let start = at;
  while (start < bytes.length) {
    const marker = bytes[start + 1] ?? 0;
    // Whatever stands between segments is passed over, as decoders do.
    if (bytes[start] !== 0xff || marker === 0xff) start += 1;
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) start += 2;
    else {
      const end = start + 2 + (marker === endOfImage ? 0 : readUint(bytes, start + 2, 2));
      segments.push({ marker, start, end });
      if (marker === endOfImage || marker === startOfScan) break;
      start = end;
    }
  }
  return segments;
}
