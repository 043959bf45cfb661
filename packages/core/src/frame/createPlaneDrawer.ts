import { ImageError } from '../errors/ImageError.ts';
import { fitWithin } from '../image/fitWithin.ts';
import { createRgbaConverter } from './createRgbaConverter.ts';
import type { FramePlanes } from './framePlanes.ts';

/** Draws a picture small and reads that. */
export interface PlaneDrawer {
  /** The planes are good until the next call. */
  draw(pixels: CanvasImageSource, frameWidthPx: number, frameHeightPx: number): FramePlanes;
  /** Gives the canvas's memory back at once; Safari keeps it until the canvas has no size. */
  close(): void;
}

/** Wide enough for every check, which look at half of it or less, and cheap enough to read back. */
const maxEdgePx = 640;

// `willReadFrequently` keeps the canvas in ordinary memory, so that reading it does not wait for the graphics card.
const settings: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function openContext(): Context {
  // Safari before 16.4 has the class and no 2D context.
  const offscreen = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1).getContext('2d', settings) : null;
  const context = offscreen ?? (typeof document === 'object' ? document.createElement('canvas').getContext('2d', settings) : null);
  if (context) return context;
  throw new ImageError(
    'image/canvas-unavailable',
    'The browser gave no canvas, so live frames cannot be looked at. Take the picture by hand.',
  );
}

/**
 * Makes a drawer that keeps its canvas: for frames whose bytes cannot be copied, for bitmaps and for video elements.
 * The browser turns and converts while it draws.
 *
 * @throws ImageError `image/canvas-unavailable`, from `draw`.
 */
export function createPlaneDrawer(): PlaneDrawer {
  const convert = createRgbaConverter();
  let context: Context | undefined;
  return {
    draw: (pixels, frameWidthPx, frameHeightPx) => {
      const { widthPx, heightPx } = fitWithin(frameWidthPx, frameHeightPx, maxEdgePx);
      context ??= openContext();
      const { canvas } = context;
      if (canvas.width !== widthPx || canvas.height !== heightPx) {
        canvas.width = widthPx;
        canvas.height = heightPx;
      }
      context.drawImage(pixels, 0, 0, widthPx, heightPx);
      const { data } = context.getImageData(0, 0, widthPx, heightPx);
      return convert(data, { widthPx, heightPx, frameWidthPx, frameHeightPx });
    },
    close: () => {
      if (context) context.canvas.width = context.canvas.height = 0;
      context = undefined;
    },
  };
}
