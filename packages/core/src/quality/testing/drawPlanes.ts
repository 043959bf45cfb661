import type { FramePlanes } from '../../frame/framePlanes.ts';

export interface DrawPlanesOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Brightness at a pixel, 0 to 255. */
  readonly luma: (x: number, y: number) => number;
  /** `full` by default; `limited` squeezes what `luma` gives into 16 to 235. */
  readonly range?: FramePlanes['range'];
  /** Bytes past the end of each row, filled with noise. None by default. */
  readonly padding?: number;
  /** How chroma lies; grey in any case. Left out by default. */
  readonly chroma?: 'i420' | 'nv12';
}

/** Draws a frame as a camera would give it. */
export function drawPlanes({ widthPx, heightPx, luma, range = 'full', padding = 0, chroma }: DrawPlanesOptions): FramePlanes {
  const stride = widthPx + padding;
  const bytes = new Uint8Array(stride * heightPx).map((_, index) => (index * 97) % 256);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const level = Math.min(255, Math.max(0, luma(x, y)));
      bytes[y * stride + x] = Math.round(range === 'limited' ? 16 + (level * 219) / 255 : level);
    }
  }
  const step = chroma === 'nv12' ? 2 : 1;
  const [chromaWidth, chromaHeight] = [Math.ceil(widthPx / 2), Math.ceil(heightPx / 2)];
  const grey = () => new Uint8Array(chromaWidth * chromaHeight * step).fill(128);
  return {
    widthPx,
    heightPx,
    luma: bytes,
    stride,
    range,
    ...(chroma && {
      chroma: { widthPx: chromaWidth, heightPx: chromaHeight, stride: chromaWidth * step, step, cb: grey(), cr: grey() },
    }),
    frameWidthPx: widthPx,
    frameHeightPx: heightPx,
  };
}
