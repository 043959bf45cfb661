import type { ImageHeader } from './imageHeader.ts';
import { scaledSide } from './planSize.ts';

/**
 * Decodes a JPEG at a fraction of its size, which skips most of the work. The bytes are given away: nothing is left in them.
 *
 * @returns `undefined` where the browser has no `ImageDecoder` or it fails. Some decode at full size all the same: look at the sides.
 */
export async function decodeScaled(
  bytes: Uint8Array<ArrayBuffer>,
  { type, widthPx = 0, heightPx = 0, orientationTag }: ImageHeader,
  eighths: number,
): Promise<ImageBitmap | undefined> {
  if (orientationTag) bytes.set(orientationTag.replacement, orientationTag.start);
  let decoder: ImageDecoder | undefined;
  try {
    decoder = new ImageDecoder({
      data: bytes.buffer,
      transfer: [bytes.buffer],
      type,
      // The largest fast scale that fits is taken: a pixel less, and it is the next smaller one.
      desiredWidth: scaledSide(widthPx, eighths),
      desiredHeight: scaledSide(heightPx, eighths),
    });
    const { image } = await decoder.decode();
    try {
      // Drawing the frame itself copies it twice; as a bitmap it is only referred to (Chromium 156: 41 ms against 23).
      return await createImageBitmap(image);
    } finally {
      image.close();
    }
  } catch {
    return undefined;
  } finally {
    decoder?.close();
  }
}
