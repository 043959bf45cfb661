/**
 * The markers of a JPEG's segments before its picture, such as `0xe1` for EXIF and XMP. Source: ITU-T T.81, annex B.
 *
 * @throws Error when the bytes are no JPEG.
 */
export function listJpegSegments(bytes: Uint8Array): readonly number[] {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error('These bytes are no JPEG.');
  const markers: number[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) throw new Error(`There is no segment at byte ${at}.`);
    markers.push(marker);
    if (marker === 0xda) break;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return markers;
}
