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
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, widthPx, 0];
    case 3:
      return [-1, 0, 0, -1, widthPx, heightPx];
    case 4:
      return [1, 0, 0, -1, 0, heightPx];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, widthPx, 0];
    case 7:
      return [0, -1, -1, 0, widthPx, heightPx];
    case 8:
      return [0, -1, 1, 0, 0, heightPx];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
