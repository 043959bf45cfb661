import type { ImageHeader } from './imageHeader.ts';
import { type Pixels, sidesOf } from './Pixels.ts';
import { swapsSides } from './uprightTransform.ts';

/**
 * The turn that decoded pixels still need: the header's, because it was taken out of the bytes before they were decoded.
 *
 * Where they lie and stood in the file, the browser has turned them all the same, by something else than EXIF.
 */
export function orientationLeft({ orientation, widthPx = 0, heightPx = 0 }: ImageHeader, pixels: Pixels): number {
  const [width, height] = sidesOf(pixels);
  const isTurned = swapsSides(orientation) && widthPx !== heightPx && width > height !== widthPx > heightPx;
  return isTurned ? 1 : orientation;
}
