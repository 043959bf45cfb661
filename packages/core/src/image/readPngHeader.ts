import type { ImageHeader } from './imageHeader.ts';
import { readOrientation, type StoredOrientation } from './readOrientation.ts';
import { readText } from './readText.ts';
import { readUint } from './readUint.ts';

/** Reads a PNG's sides, orientation (`eXIf`) and whether its end (`IEND`) is there. Source: PNG, third edition, 5 and 11. */
export function readPngHeader(bytes: Uint8Array): ImageHeader {
  let stored: StoredOrientation | undefined;
  let isComplete = false;
  let at = 8;
  while (at < bytes.length && !isComplete) {
    const chunk = readText(bytes, at + 4, 4);
    if (!/^[a-z]{4}$/i.test(chunk)) break;
    const end = at + 12 + readUint(bytes, at, 4);
    if (chunk === 'IEND') isComplete = true;
    if (chunk === 'eXIf') {
      const found = readOrientation(bytes, at + 8);
      // The whole chunk goes, because a changed one would need a new checksum.
      stored ??= found && { ...found, orientationTag: { start: at, end, replacement: [] } };
    }
    at = end;
  }
  return {
    type: 'image/png',
    widthPx: readUint(bytes, 16, 4) || undefined,
    heightPx: readUint(bytes, 20, 4) || undefined,
    orientation: 1,
    orientationTag: undefined,
    coding: undefined,
    ...stored,
    isComplete,
  };
}
