import { type DraftFacts, type ImageFacts, noFacts } from './ImageFacts.ts';
import { readExif } from './readExif.ts';

const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: stuffed bytes and restarts inside a scan, and TEM. */
const standsAlone = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const text = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/**
 * Reads a JPEG from its first to its last marker, without decoding it. Source: ITU-T T.81, annex B.
 *
 * A file that stops before the end marker is faulty, wherever it was cut; bytes after the end marker are left alone,
 * because phones append their own data there.
 */
export function readJpeg(bytes: Uint8Array): ImageFacts {
  const facts: DraftFacts = { ...noFacts, type: 'image/jpeg' };
  let hasScan = false;
  const cut = (): ImageFacts => ({ ...facts, fault: 'the JPEG is cut off: its end marker is missing' });

  for (let at = 2; ;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return cut();
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at];
    if (marker === undefined) return cut();
    at += 1;
    if (standsAlone(marker)) continue;
    if (marker === 0xd9) break;

    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (length < 2 || at + length > bytes.length) return cut();
    const body = bytes.subarray(at + 2, at + length);
    if (isFrameHeader(marker)) Object.assign(facts, readFrameHeader(body));
    else if (marker === 0xda) hasScan = true;
    else Object.assign(facts, readMetadata(marker, body, facts));
    at += length;
  }

  if (!facts.widthPx || !facts.heightPx) return { ...facts, fault: 'the JPEG has no frame header with a size' };
  return hasScan ? facts : { ...facts, fault: 'the JPEG holds no picture data' };
}

function readFrameHeader(body: Uint8Array): Pick<ImageFacts, 'widthPx' | 'heightPx'> {
  const [, high = 0, low = 0, wide = 0, narrow = 0] = body;
  return { heightPx: (high << 8) | low, widthPx: (wide << 8) | narrow };
}

function readMetadata(marker: number, body: Uint8Array, known: ImageFacts): Partial<ImageFacts> {
  const label = text(body.subarray(0, 32));
  if (marker === 0xe1 && label.startsWith('Exif\0\0')) {
    const exif = readExif(body.subarray(6));
    return { orientation: exif.orientation, hasGps: known.hasGps || exif.hasGps, hasMetadata: true };
  }
  if (marker === 0xe1) return { hasMetadata: true, hasGps: known.hasGps || text(body).includes('GPSLatitude') };
  // 0xed carries IPTC, 0xfe a comment.
  return marker === 0xed || marker === 0xfe ? { hasMetadata: true } : {};
}
