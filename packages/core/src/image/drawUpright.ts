import { type Canvas, createCanvas } from './createCanvas.ts';
import type { FittedSize } from './fitWithin.ts';
import { type Pixels, sidesOf } from './Pixels.ts';
import { turnSides, uprightTransform } from './uprightTransform.ts';

/** The one draw: scaled, turned, on white. The pixels stay open. */
export async function drawUpright(pixels: Pixels, orientation: number, { widthPx, heightPx }: FittedSize): Promise<Canvas> {
  const [width, height] = turnSides(orientation, widthPx, heightPx);
  const [sourceWidth, sourceHeight] = sidesOf(pixels);
  // A draw looks at four pixels of the source for each of its own: below half the size it skips some, and fine lines break up.
  const scaled =
    sourceWidth > 2 * width
      ? await globalThis
          .createImageBitmap?.(pixels, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
          .catch(() => undefined)
      : undefined;
  try {
    const canvas = createCanvas(widthPx, heightPx);
    const { context } = canvas;
    // Pixel by pixel there is nothing to smooth, and not asking for it is faster.
    context.imageSmoothingEnabled = !scaled && (sourceWidth !== width || sourceHeight !== height);
    context.setTransform(...uprightTransform(orientation, widthPx, heightPx));
    context.drawImage(scaled ?? pixels, 0, 0, width, height);
    return canvas;
  } finally {
    scaled?.close();
  }
}
