import type { FileType, ImageHeader } from './imageHeader.ts';
import { isJpeg, readJpegHeader } from './readJpegHeader.ts';
import { readPngHeader } from './readPngHeader.ts';
import { readText } from './readText.ts';
import { readUint } from './readUint.ts';
import { readWebpHeader } from './readWebpHeader.ts';

const measured = (type: FileType, widthPx?: number, heightPx?: number): ImageHeader => ({
  type,
  widthPx: widthPx || undefined,
  heightPx: heightPx || undefined,
  orientation: 1,
  orientationTag: undefined,
  coding: undefined,
  isComplete: true,
});

/** AVIF and HEIC: the largest of the sizes listed, because tiles and thumbnails are listed too. Source: ISO/IEC 23008-12, 6.5.3. */
function readHeifHeader(bytes: Uint8Array): ImageHeader | null {
  const brands = readText(bytes, 8, Math.min(readUint(bytes, 0, 4), 64) - 8);
  const type = /avi[fs]/.test(brands) ? 'image/avif' : /hei[cmsx]|hev[cx]|mif1|msf1/.test(brands) ? 'image/heic' : undefined;
  if (!type) return null;
  let largest: readonly [number, number] = [0, 0];
  for (const { index } of readText(bytes, 0, 65_536).matchAll(/ispe/g)) {
    const sides = [readUint(bytes, index + 8, 4), readUint(bytes, index + 12, 4)] as const;
    if (sides[0] * sides[1] > largest[0] * largest[1]) largest = sides;
  }
  return measured(type, ...largest);
}

function readTextType(bytes: Uint8Array): FileType | undefined {
  const start = bytes.subarray(0, 512);
  if (start.some((byte) => byte < 32 && (byte < 9 || byte > 13))) return undefined;
  const text = new TextDecoder().decode(start).trim();
  if (/^<.*<svg[\s>]|^<svg[\s>]/is.test(text) && !/^<(!doctype )?html/i.test(text)) return 'image/svg+xml';
  if (/^<(!doctype html|!--|html|head|body|script)/i.test(text)) return 'text/html';
  return text ? 'text/plain' : undefined;
}

/**
 * Reads what a file is from its first bytes, whatever its name and declared type say.
 *
 * @param bytes The whole file: its end tells whether it is cut off.
 * @returns `null` when the bytes match nothing known. It never throws, whatever the bytes.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const start = readText(bytes, 0, 12);
  if (isJpeg(bytes)) return readJpegHeader(bytes);
  if (readUint(bytes, 0, 4) === 0x89504e47) return readPngHeader(bytes);
  if (/^RIFF.{4}WEBP/s.test(start)) return readWebpHeader(bytes);
  if (/^GIF8[79]a/.test(start)) return measured('image/gif', readUint(bytes, 6, 2, true), readUint(bytes, 8, 2, true));
  if (start.startsWith('ftyp', 4)) return readHeifHeader(bytes);
  if (start.startsWith('BM') && readUint(bytes, 6, 4) === 0 && bytes.length > 26) return measured('image/bmp');
  if (/^II\*\0|^MM\0\*/.test(start)) return measured('image/tiff');
  if (start.startsWith('%PDF')) return measured('application/pdf');
  const textType = readTextType(bytes);
  return textType ? measured(textType) : null;
}
