/** Whatever can be drawn and was decoded, grabbed or drawn before. */
export type Pixels = ImageBitmap | VideoFrame | OffscreenCanvas | HTMLCanvasElement;

/** As drawn; a frame may be coded otherwise. */
export function sidesOf(pixels: Pixels): readonly [widthPx: number, heightPx: number] {
  return 'displayWidth' in pixels ? [pixels.displayWidth, pixels.displayHeight] : [pixels.width, pixels.height];
}

/** Gives the memory back; again does nothing. A canvas keeps it until it has no size. */
export function closeImage(pixels: Pixels): void {
  if ('close' in pixels) pixels.close();
  else pixels.width = pixels.height = 0;
}
