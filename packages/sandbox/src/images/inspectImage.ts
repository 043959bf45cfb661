import { type ImageFacts, noFacts } from './ImageFacts.ts';
import { readJpeg } from './readJpeg.ts';
import { readPng } from './readPng.ts';
import { sniffType } from './sniffType.ts';

/**
 * Looks at the bytes of an upload.
 *
 * The capture half of `@stepframe/core` has a header reader too. This one shares no line with it on purpose: the
 * sandbox stands for the other side, so a fault in the client's reader is found out here instead of being repeated.
 */
export function inspectImage(bytes: Uint8Array): ImageFacts {
  const type = sniffType(bytes);
  if (type === 'image/jpeg') return readJpeg(bytes);
  if (type === 'image/png') return readPng(bytes);
  return { ...noFacts, type };
}
