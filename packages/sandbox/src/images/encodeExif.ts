/** What a made-up EXIF block says. */
export interface ExifContent {
  /** 1 to 8. */
  readonly orientation: number;
  /** Puts a made-up place on the equator into it. */
  readonly hasGps: boolean;
}

/** Writes a minimal big-endian TIFF structure: orientation, and a GPS directory of one entry when asked. */
export function encodeExif({ orientation, hasGps }: ExifContent): Uint8Array<ArrayBuffer> {
  const entries = hasGps ? 2 : 1;
  const gpsAt = 8 + 2 + entries * 12 + 4;
  const view = new DataView(new ArrayBuffer(gpsAt + (hasGps ? 18 : 0)));
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, entries);
  const entry = (at: number, tag: number, type: number, count: number) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
  };
  entry(10, 0x0112, 3, 1);
  view.setUint16(18, orientation);
  if (hasGps) {
    entry(22, 0x8825, 4, 1);
    view.setUint32(30, gpsAt);
    view.setUint16(gpsAt, 1);
    entry(gpsAt + 2, 0x0001, 2, 2);
    view.setUint16(gpsAt + 10, 0x4e00);
  }
  return new Uint8Array(view.buffer);
}
