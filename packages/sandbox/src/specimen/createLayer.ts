/** A canvas off the page with its context, to draw on once and use many times. */
export interface Layer {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
}

/**
 * Makes a layer of whole pixels, at least 1 × 1.
 *
 * @throws DOMException `NotSupportedError` when the browser gives no 2D context.
 */
export function createLayer(widthPx: number, heightPx: number): Layer {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(widthPx)), Math.max(1, Math.round(heightPx)));
  const context = canvas.getContext('2d');
  if (!context) throw new DOMException('The browser gave no 2D context, so no specimen can be drawn.', 'NotSupportedError');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}
