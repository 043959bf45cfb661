/** The six numbers of `CanvasRenderingContext2D.setTransform`. */
export type CanvasTransform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Whether an EXIF orientation swaps width and height. */
export function swapsSides(orientation: number): boolean {
  return orientation > 4;
}

/**
 * The transform that draws a stored picture upright.
 *
 * @param orientation EXIF orientation, 1 to 8. Source: Exif 2.32, 4.6.4.
 * @param widthPx Width of the upright result.
 * @param heightPx Height of the upright result.
 */
export function uprightTransform(orientation: number, widthPx: number, heightPx: number): CanvasTransform {
  // Mirrored across are 2, 3, 6 and 7, upside down 3, 4, 7 and 8.
  const x = orientation & 2 ? -1 : 1;
  const y = (orientation - 1) & 2 ? -1 : 1;
  const [left, top] = [x < 0 ? widthPx : 0, y < 0 ? heightPx : 0];
  return swapsSides(orientation) ? [0, y, x, 0, left, top] : [x, 0, 0, y, left, top];
}

/** The sides of a picture once it is upright, or of an upright one before: width, then height. */
export const turnSides = (orientation: number, widthPx: number, heightPx: number): [number, number] =>
  swapsSides(orientation) ? [heightPx, widthPx] : [widthPx, heightPx];
