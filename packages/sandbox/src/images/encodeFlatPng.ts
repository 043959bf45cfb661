import { crc32 } from './crc32.ts';

const storedBlockBytes = 0xffff;

/** Writes a whole, decodable black PNG in any size: one bit a pixel, stored without compression. Source: PNG (third edition), RFC 1950, RFC 1951. */
export function encodeFlatPng(widthPx: number, heightPx: number, exif?: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, widthPx);
  header.setUint32(4, heightPx);
  header.setUint8(8, 1);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    ...(exif ? [chunk('eXIf', exif)] : []),
    chunk('IDAT', storeZeros((Math.ceil(widthPx / 8) + 1) * heightPx)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return join(parts);
}

function chunk(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(body, 8);
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)));
  return bytes;
}

/** A zlib stream of `count` zero bytes. */
function storeZeros(count: number): Uint8Array<ArrayBuffer> {
  const parts = [Uint8Array.of(0x78, 0x01)];
  for (let left = count; left > 0; left -= storedBlockBytes) {
    const size = Math.min(left, storedBlockBytes);
    const block = new Uint8Array(5 + size);
    block.set([left > storedBlockBytes ? 0 : 1, size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff]);
    parts.push(block);
  }
  // Adler-32 of zeros: the low sum stays 1, the high sum counts the bytes.
  const high = count % 65521;
  parts.push(Uint8Array.of(high >> 8, high & 0xff, 0, 1));
  return join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
