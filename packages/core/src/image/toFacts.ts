import type { ImageHeader } from './imageHeader.ts';
import type { PixelFacts } from './preparePixels.ts';

/** The facts of a file's pixels. */
export function toFacts({ type, orientation, widthPx, heightPx }: ImageHeader, bytes: number, path: PixelFacts['path']): PixelFacts {
  const sides = widthPx && heightPx ? { sourceWidthPx: widthPx, sourceHeightPx: heightPx } : {};
  return { sourceType: type, sourceBytes: bytes, orientation, path, ...sides };
}
