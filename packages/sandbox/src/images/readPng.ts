import { crc32 } from './crc32.ts';
import { type DraftFacts, type ImageFacts, noFacts } from './ImageFacts.ts';
import { readExif } from './readExif.ts';

const signatureBytes = 8;
/** Length, name and checksum around a chunk's data. */
const frameBytes = 12;

/**
 * Reads a PNG chunk by chunk, checksums included, without decoding it. Source: PNG (third edition), section 5.
 *
 * A file without its end chunk, or with a chunk whose checksum does not fit, is faulty.
 */
export function readPng(bytes: Uint8Array): ImageFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts: DraftFacts = { ...noFacts, type: 'image/png' };
  let hasData = false;

  for (let at = signatureBytes; ;) {
    if (at + frameBytes > bytes.length) return { ...facts, fault: 'the PNG is cut off: its end chunk is missing' };
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const isWhole = at + frameBytes + length <= bytes.length;
    const body = bytes.subarray(at + 8, at + 8 + length);
    // The size is read before the checksum is: a refusal then names both.
    if (name === 'IHDR' && body.length >= 8) Object.assign(facts, { widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) });
    if (!isWhole) return { ...facts, fault: `the PNG is cut off inside its ${printable(name)} chunk` };
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) {
      return { ...facts, fault: `the PNG is damaged: the checksum of its ${printable(name)} chunk does not fit` };
    }
    Object.assign(facts, readMetadata(name, body, facts));
    if (name === 'IDAT') hasData = true;
    if (name === 'IEND') break;
    at += frameBytes + length;
  }

  if (!facts.widthPx || !facts.heightPx) return { ...facts, fault: 'the PNG has no header with a size' };
  return hasData ? facts : { ...facts, fault: 'the PNG holds no picture data' };
}

/** In a damaged file the name may be any bytes. */
const printable = (name: string) => (/^[A-Za-z]{4}$/.test(name) ? name : 'next');

function readMetadata(name: string, body: Uint8Array, known: ImageFacts): Partial<ImageFacts> {
  if (name === 'eXIf') {
    const exif = readExif(body);
    return { orientation: exif.orientation, hasGps: known.hasGps || exif.hasGps, hasMetadata: true };
  }
  if (!['tEXt', 'zTXt', 'iTXt'].includes(name)) return {};
  const words = Array.from(body, (byte) => String.fromCharCode(byte)).join('');
  return { hasMetadata: true, hasGps: known.hasGps || words.includes('GPSLatitude') };
}
