/** Sides in whole pixels, and how they relate to the sides they were made from. */
export interface FittedSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** At most 1: a picture is never enlarged. */
  readonly scale: number;
}

/**
 * The largest size of the same shape whose longest side is at most `maxEdgePx` and whose area is at most `maxPixels`.
 *
 * No side comes out under 1.
 */
export function fitWithin(widthPx: number, heightPx: number, maxEdgePx: number, maxPixels: number = Infinity): FittedSize {
  const scale = Math.min(1, maxEdgePx / Math.max(widthPx, heightPx), Math.sqrt(maxPixels / (widthPx * heightPx)));
  const side = (sidePx: number) => Math.max(1, Math.round(sidePx * scale));
  return { widthPx: side(widthPx), heightPx: side(heightPx), scale };
}
