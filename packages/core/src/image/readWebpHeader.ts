import type { ImageHeader } from './imageHeader.ts';
import { readOrientation, type StoredOrientation } from './readOrientation.ts';
import { readText } from './readText.ts';
import { readUint } from './readUint.ts';

const firstChunk = 12;
const firstPayload = 20;

function readSides(bytes: Uint8Array): readonly [number, number] | undefined {
  const read = (offset: number, length: number) => readUint(bytes, firstPayload + offset, length, true);
  switch (readText(bytes, firstChunk, 4)) {
    case 'VP8X':
      return [read(4, 3) + 1, read(7, 3) + 1];
    case 'VP8L':
      return [(read(1, 4) & 0x3fff) + 1, ((read(1, 4) >>> 14) & 0x3fff) + 1];
    case 'VP8 ':
      return [read(6, 2) & 0x3fff, read(8, 2) & 0x3fff];
    default:
      return undefined;
  }
}

/** Reads a WebP's sides, orientation and whether it is as long as it says. Source: RFC 9649, 2 and 3. */
export function readWebpHeader(bytes: Uint8Array): ImageHeader {
  const sides = readSides(bytes);
  let stored: StoredOrientation | undefined;
  for (let at = firstChunk; at < bytes.length && !stored;) {
    const chunk = readText(bytes, at, 4);
    const length = readUint(bytes, at + 4, 4, true);
    if (!/^[\w ]{4}$/.test(chunk)) break;
    if (chunk === 'EXIF') stored = readOrientation(bytes, at + 8);
    at += 8 + length + (length % 2);
  }
  return {
    type: 'image/webp',
    widthPx: sides?.[0] || undefined,
    heightPx: sides?.[1] || undefined,
    orientation: 1,
    orientationTag: undefined,
    coding: undefined,
    ...stored,
    isComplete: bytes.length >= 8 + readUint(bytes, 4, 4, true),
  };
}
