/** What the sandbox wants to know of an EXIF block. */
export interface ExifFacts {
  /** 1 to 8; 1 when absent or out of range. */
  readonly orientation: number;
  readonly hasGps: boolean;
}

const orientationTag = 0x0112;
const gpsTag = 0x8825;
const entryBytes = 12;

/**
 * Reads orientation and the presence of a place out of a TIFF structure (the body of an EXIF block).
 *
 * A broken block gives what could be read up to the break: cameras do write broken ones. Source: EXIF 2.32, section 4.6.
 */
export function readExif(tiff: Uint8Array): ExifFacts {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const u16 = (at: number) => (at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : 0);
  const u32 = (at: number) => (at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : 0);

  let orientation = 1;
  let hasGps = false;
  const directory = u32(4);
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + entry * entryBytes;
    if (at + entryBytes > view.byteLength) break;
    if (u16(at) === orientationTag && u16(at + 8) >= 1 && u16(at + 8) <= 8) orientation = u16(at + 8);
    if (u16(at) === gpsTag && u16(u32(at + 8)) > 0) hasGps = true;
  }
  return { orientation, hasGps };
}
