import { readText } from './readText.ts';
import { readUint } from './readUint.ts';

const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const exif = (orientation: number) =>
  [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation].concat([
    0, 0, 0, 0, 0, 0,
  ]);

const isMetadata = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** The first marker after scan data that is none of its own; `undefined` when the data ends before, or restarts out of turn. */
function findScanEnd(bytes: Uint8Array, from: number): number | undefined {
  let restarts = 0;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (isRestart(marker)) {
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
  const kept: Uint8Array<ArrayBuffer>[] = [];
  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + readUint(bytes, at + 2, 2);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) {
      const head = orientation === 1 ? jfif : jfif.concat(exif(orientation));
      return new Blob([new Uint8Array([0xff, 0xd8, ...head]), ...kept, bytes.subarray(at, at + 2)], { type: 'image/jpeg' });
    } else if (marker < 0xc0 || isRestart(marker) || marker === 0xd8 || end > bytes.length) return undefined;
    else if (marker === 0xda) {
      const scanEnd = findScanEnd(bytes, end);
      if (scanEnd === undefined) return undefined;
      kept.push(bytes.subarray(at, scanEnd));
      at = scanEnd;
    } else {
      if (!isMetadata(marker) || (marker === 0xe2 && readText(bytes, at + 4, 11) === 'ICC_PROFILE')) kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  return undefined;
}
