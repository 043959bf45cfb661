import { exifSegment, type ExifOrientation, type ExifPosition } from './exifSegment.ts';

export interface ExifOptions {
  readonly orientation: ExifOrientation;
  /** Degrees. None by default. Use 0, 0: a place in the sea where nobody lives. */
  readonly gps?: ExifPosition | undefined;
}

/**
 * Puts EXIF into a JPEG, as a phone's camera does. The picture's bytes stay as they are, so turn its pixels to fit the
 * orientation, or use `drawPhonePhoto`, which does.
 *
 * @throws TypeError when the bytes are not a JPEG's, or hold EXIF already.
 */
export async function withExif(jpeg: Blob, { orientation, gps }: ExifOptions): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) {
    throw new TypeError('Only a JPEG can be given EXIF here, and these bytes are not one. Make it with type image/jpeg.');
  }
  if (bytes[3] === 0xe1) throw new TypeError('The JPEG begins with EXIF already, and readers would not agree which counts.');
  const segment = Uint8Array.from(exifSegment(orientation, gps));
  // EXIF comes right behind the start marker: CIPA DC-008, 4.5.4.
  return new Blob([bytes.subarray(0, 2), segment, bytes.subarray(2)], { type: 'image/jpeg' });
}
