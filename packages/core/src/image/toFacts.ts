import type { ImageHeader } from './imageHeader.ts';
import type { PixelFacts } from './preparePixels.ts';

/** The facts of a file's pixels. */
export const toFacts = (header: ImageHeader, bytes: number, path: PixelFacts['path']): PixelFacts => ({
  sourceType: header.type,
  sourceBytes: bytes,
  orientation: header.orientation,
  sourceWidthPx: header.widthPx,
  sourceHeightPx: header.heightPx,
  path,
});
