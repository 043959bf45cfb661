import type { FacePixels } from '../face/FaceFinder.ts';

/** The sides of a picture as it is shown: upright, and a video's own, not those of its element. */
export function readSides(pixels: FacePixels): { readonly widthPx: number; readonly heightPx: number } {
  if ('displayWidth' in pixels) return { widthPx: pixels.displayWidth, heightPx: pixels.displayHeight };
  if ('videoWidth' in pixels) return { widthPx: pixels.videoWidth, heightPx: pixels.videoHeight };
  return { widthPx: pixels.width, heightPx: pixels.height };
}
