import { ImageError } from '../errors/ImageError.ts';

/** A canvas of either kind, white all over. */
export interface Canvas {
  /** To draw from. */
  readonly pixels: OffscreenCanvas | HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** Encodes what is drawn. The result holds no metadata. */
  encode(quality: number): Promise<Blob>;
  /** Gives the memory back at once; Safari keeps it until the canvas has no size. */
  close(): void;
}

const refuse = (cause?: unknown) =>
  new ImageError(
    'image/canvas-unavailable',
    'The browser gave no canvas, so the picture cannot be scaled and cleaned. It may be out of memory: close other pages and try again.',
    { retryable: true, cause },
  );

function openCanvas(widthPx: number, heightPx: number): Canvas {
  if (typeof OffscreenCanvas === 'function') {
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', { alpha: false });
    // Safari before 16.4 has the class and no 2D context.
    if (context) {
      return {
        pixels: canvas,
        context,
        encode: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
        close: () => {
          canvas.width = canvas.height = 0;
        },
      };
    }
  }
  if (typeof document !== 'object') throw refuse();
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw refuse();
  return {
    pixels: canvas,
    context,
    encode: (quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(refuse())), 'image/jpeg', quality);
      }),
    close: () => {
      canvas.width = canvas.height = 0;
    },
  };
}

/**
 * Opens a canvas: `OffscreenCanvas` where it can draw, else the element.
 *
 * @throws ImageError `image/canvas-unavailable`, also from `encode`.
 */
export function createCanvas(widthPx: number, heightPx: number): Canvas {
  const canvas = openCanvas(widthPx, heightPx);
  canvas.context.fillStyle = '#fff';
  canvas.context.fillRect(0, 0, widthPx, heightPx);
  return {
    ...canvas,
    encode: async (quality) => {
      try {
        return await canvas.encode(quality);
      } catch (cause) {
        throw refuse(cause);
      }
    },
  };
}
