import { createFault } from './createFault.ts';

/** A canvas of either kind, white all over. */
export interface Canvas {
  /** To draw from. */
  readonly pixels: OffscreenCanvas | HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** Encodes what is drawn as JPEG. The result holds no metadata. */
  encode(quality: number): Promise<Blob>;
  /** Gives the memory back at once; Safari keeps it until the canvas has no size. */
  close(): void;
}

const type = 'image/jpeg';

const refuse = (cause?: unknown) => createFault('image/canvas-unavailable', {}, cause, true);

async function encode(canvas: Canvas['pixels'], quality: number): Promise<Blob> {
  let cause: unknown;
  try {
    const blob = await ('convertToBlob' in canvas
      ? canvas.convertToBlob({ type, quality })
      : new Promise<Blob | null>((resolve) => {
          canvas.toBlob(resolve, type, quality);
        }));
    if (blob) return blob;
  } catch (error) {
    cause = error;
  }
  throw refuse(cause);
}

function open(pixels: Canvas['pixels']): Canvas | undefined {
  const { width, height } = pixels;
  const context = pixels.getContext('2d', { alpha: false });
  // Safari before 16.4 has OffscreenCanvas and no 2D context for it.
  if (!context || !('drawImage' in context)) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return {
    pixels,
    context,
    encode: (quality) => encode(pixels, quality),
    close: () => {
      pixels.width = pixels.height = 0;
    },
  };
}

/**
 * Opens a canvas: `OffscreenCanvas` where it can draw, else the element.
 *
 * @throws ImageFault `image/canvas-unavailable`, also from `encode`.
 */
export function createCanvas(width: number, height: number): Canvas {
  const canvas =
    (globalThis.OffscreenCanvas && open(new OffscreenCanvas(width, height))) ||
    (globalThis.document && open(Object.assign(document.createElement('canvas'), { width, height })));
  if (!canvas) throw refuse();
  return canvas;
}
