import { endOfImage, type JpegSegment, readSegments, startOfScan } from './readSegments.ts';
import { readText } from './readText.ts';

const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0];

/** The first marker after scan data that is none of its own; `undefined` when the data ends before, or restarts out of turn. */
function findScanEnd(bytes: Uint8Array, from: number): number | undefined {
  let restarts = 0;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xd0 && marker <= 0xd7) {
      if (marker % 8 !== restarts % 8) return undefined;
      restarts += 1;
      at += 2;
    } else if (marker === 0) at += 2;
    else if (marker === 0xff) at += 1;
    else return at;
  }
  return undefined;
}

/**
 * Takes the metadata out of a JPEG without decoding it: every application segment and comment but the colour profile, and
 * whatever follows its end (thumbnails, films). The pixels stay as they are, to the bit.
 *
 * @param orientation Written into an EXIF segment of its own when it is not 1.
 * @returns `undefined` when something in the file is not as it should be; a decoder may know better.
 * Source: ITU-T T.81, annex B; ICC.1, B.4.
 */
export function stripJpeg(bytes: Uint8Array<ArrayBuffer>, orientation: number): Blob | undefined {
  const parts: Uint8Array<ArrayBuffer>[] = [
    new Uint8Array([0xff, 0xd8, ...jfif, ...(orientation === 1 ? [] : [...exif, orientation, 0, 0, 0, 0, 0, 0])]),
  ];
  let from: number | undefined = 2;
  while (from !== undefined) {
    const segments: readonly JpegSegment[] = readSegments(bytes, from);
    from = undefined;
    for (const { marker, start, end } of segments) {
      const isMetadata = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
      if (marker === startOfScan) from = findScanEnd(bytes, end);
      if (!isMetadata || (marker === 0xe2 && readText(bytes, start + 4, 11) === 'ICC_PROFILE'))
        parts.push(bytes.subarray(start, from ?? end));
      if (marker === endOfImage) return new Blob(parts, { type: 'image/jpeg' });
    }
  }
  return undefined;
}
