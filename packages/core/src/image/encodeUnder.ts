import { ImageError } from '../errors/ImageError.ts';
import { type Canvas, createCanvas } from './createCanvas.ts';
import { type Encoded, encodeWithin } from './encodeWithin.ts';
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

function shrink({ pixels }: Canvas, scale: number): Canvas {
  const canvas = createCanvas(Math.max(1, Math.round(pixels.width * scale)), Math.max(1, Math.round(pixels.height * scale)));
  canvas.context.imageSmoothingQuality = 'high';
  canvas.context.drawImage(pixels, 0, 0, canvas.pixels.width, canvas.pixels.height);
  return canvas;
}

/**
 * Encodes what is drawn and closes the canvas. Quality is lowered before size, and size no further than the smallest side allowed.
 *
 * @throws ImageError `image/over-byte-limit`, `image/canvas-unavailable`, or the signal's reason.
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
        throw new ImageError(
          'image/over-byte-limit',
          `At the lowest quality the picture has about ${Math.round(overBytes)} bytes; ${limits.maxBytes} are allowed. Allow more, or take a plainer picture.`,
          { details: { bytes: Math.round(overBytes), limit: limits.maxBytes, widthPx, heightPx } },
        );
      }
      const smaller = shrink(canvas, scale);
      canvas.close();
      canvas = smaller;
    }
  } finally {
    canvas.close();
  }
}
