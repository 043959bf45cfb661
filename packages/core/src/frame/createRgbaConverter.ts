import type { ChromaPlanes, FramePlanes } from './framePlanes.ts';

type ColourPlanes = FramePlanes & { readonly chroma: ChromaPlanes };

/** Turns RGBA bytes into planes. They are good until the next call. */
export type RgbaConverter = (rgba: Uint8ClampedArray, size: RgbaSize) => FramePlanes;

export interface RgbaSize {
  /** Of the bytes. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the frame they were scaled down from. */
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
}

const half = (length: number) => (length + 1) >> 1;

function allocate({ widthPx, heightPx, frameWidthPx, frameHeightPx }: RgbaSize): ColourPlanes {
  const chroma = { widthPx: half(widthPx), heightPx: half(heightPx), stride: half(widthPx), step: 1 } as const;
  const samples = chroma.stride * chroma.heightPx;
  return {
    widthPx,
    heightPx,
    luma: new Uint8Array(widthPx * heightPx),
    stride: widthPx,
    range: 'full',
    chroma: { ...chroma, cb: new Uint8Array(samples), cr: new Uint8Array(samples) },
    frameWidthPx,
    frameHeightPx,
  };
}

/**
 * Makes a converter that keeps its planes, so that frame after frame of one size allocates nothing.
 *
 * Colours are as in JPEG: ITU-R BT.601, full range; a chroma sample is that of the upper left of its four pixels.
 */
export function createRgbaConverter(): RgbaConverter {
  let planes: ColourPlanes | undefined;
  let last = '';
  return (rgba, size) => {
    const key = Object.values(size).join();
    if (!planes || key !== last) planes = allocate(size);
    last = key;
    const { luma, chroma, widthPx, heightPx } = planes;
    for (let at = 0, from = 0; at < luma.length; at += 1, from += 4) {
      luma[at] = (19595 * (rgba[from] ?? 0) + 38470 * (rgba[from + 1] ?? 0) + 7471 * (rgba[from + 2] ?? 0) + 32768) >> 16;
    }
    for (let y = 0, at = 0; y < heightPx; y += 2) {
      for (let x = 0; x < widthPx; x += 2, at += 1) {
        const from = (y * widthPx + x) * 4;
        const red = rgba[from] ?? 0;
        const green = rgba[from + 1] ?? 0;
        const blue = rgba[from + 2] ?? 0;
        // 128.5, less a hair: rounded at the half, the purest blue and red would be 256.
        chroma.cb[at] = (8421375 - 11059 * red - 21709 * green + 32768 * blue) >> 16;
        chroma.cr[at] = (8421375 + 32768 * red - 27439 * green - 5329 * blue) >> 16;
      }
    }
    return planes;
  };
}
