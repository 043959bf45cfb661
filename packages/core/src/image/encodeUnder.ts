import type { Canvas } from './createCanvas.ts';
import { createFault } from './createFault.ts';
import { drawUpright } from './drawUpright.ts';
import { type Encoded, encodeWithin } from './encodeWithin.ts';
import { fitWithin } from './fitWithin.ts';
import type { ImageLimits } from './imageLimits.ts';
import { sampleTiles, type TileSample } from './sampleTiles.ts';

/** An encoded picture and its sides. */
export interface EncodedPicture extends Encoded {
  readonly widthPx: number;
  readonly heightPx: number;
}

async function encodeCanvas(canvas: Canvas, limits: ImageLimits): Promise<Encoded | { readonly overBytes: number }> {
  let sample: TileSample | undefined;
  try {
    return await encodeWithin(
      {
        pixels: canvas.pixels.width * canvas.pixels.height,
        encode: canvas.encode,
        estimateBytes: (quality) => (sample ??= sampleTiles(canvas)).estimateBytes(quality),
      },
      limits,
    );
  } finally {
    sample?.close();
  }
}

/**
 * Encodes what is drawn and closes the canvas. Quality is lowered before size, and size no further than the smallest side allowed.
 *
 * @throws ImageFault `image/over-byte-limit`, `image/canvas-unavailable`, or the signal's reason.
 */
export async function encodeUnder(drawn: Canvas, limits: ImageLimits, signal: AbortSignal): Promise<EncodedPicture> {
  let canvas = drawn;
  try {
    for (;;) {
      const { width: widthPx, height: heightPx } = canvas.pixels;
      const encoded = await encodeCanvas(canvas, limits);
      signal.throwIfAborted();
      if ('blob' in encoded) return { ...encoded, widthPx, heightPx };
      const { overBytes } = encoded;
      const scale = Math.min(0.9, Math.sqrt(limits.maxBytes / overBytes) * 0.95);
      if (Math.min(widthPx, heightPx) * scale < Math.max(1, limits.minEdgePx)) {
        throw createFault('image/over-byte-limit', { bytes: Math.round(overBytes), limit: limits.maxBytes, widthPx, heightPx });
      }
      const smaller = await drawUpright(canvas.pixels, 1, fitWithin(widthPx, heightPx, Math.max(widthPx, heightPx) * scale));
      canvas.close();
      canvas = smaller;
    }
  } finally {
    canvas.close();
  }
}
