import type { ChromaPlanes, FramePlanes } from './framePlanes.ts';

type ColourPlanes = FramePlanes & { readonly chroma: ChromaPlanes };

/** Turns RGBA bytes into planes. They are good until the next call. */
export type RgbaConverter = (rgba: Uint8Array | Uint8ClampedArray, picture: RgbaPicture) => FramePlanes;

export interface RgbaPicture {
  /** Of the bytes. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the frame they were scaled down from; by default their own. */
  readonly frameWidthPx?: number;
  readonly frameHeightPx?: number;
  /** Bytes from one row to the next; by default there is nothing between them. */
  readonly stride?: number;
  /** Blue comes first and red last. */
  readonly isBgr?: boolean;
  /** Make the planes so many times smaller. Default: 1. */
  readonly shrink?: number;
}

const half = (length: number) => (length + 1) >> 1;

function allocate(widthPx: number, heightPx: number, frameWidthPx: number, frameHeightPx: number): ColourPlanes {
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
 * Makes a converter that keeps its planes, so that frame after frame of one kind allocates nothing.
 *
 * Colours are as in JPEG: ITU-R BT.601, full range; a chroma sample is that of the upper left of its four pixels. A pixel of shrunken
 * planes is the mean of four.
 */
export function createRgbaConverter(): RgbaConverter {
  let planes: ColourPlanes | undefined;
  let last = '';
  return (
    rgba,
    { widthPx, heightPx, frameWidthPx = widthPx, frameHeightPx = heightPx, stride = widthPx * 4, isBgr = false, shrink = 1 },
  ) => {
    const key = [widthPx, heightPx, frameWidthPx, frameHeightPx, shrink].join();
    if (!planes || key !== last)
      planes = allocate(Math.floor(widthPx / shrink), Math.floor(heightPx / shrink), frameWidthPx, frameHeightPx);
    last = key;
    const { luma, chroma } = planes;
    // A pixel at a time, the first byte lowest: every machine with a browser has it so.
    const { buffer, byteOffset, byteLength } = rgba.byteOffset & 3 ? rgba.slice() : rgba;
    const pixels = new Uint32Array(buffer, byteOffset, byteLength >> 2);
    const row = stride >> 2;
    const right = shrink >> 1;
    const below = right * row;
    const [low, high] = isBgr ? [7471, 19595] : [19595, 7471];
    let at = 0;
    for (let y = 0; y < planes.heightPx; y += 1) {
      let from = y * shrink * row;
      for (const end = at + planes.widthPx; at < end; at += 1, from += shrink) {
        const one = pixels[from] ?? 0;
        if (shrink === 1) {
          luma[at] = (low * (one & 255) + 38470 * ((one >> 8) & 255) + high * ((one >> 16) & 255) + 32768) >> 16;
          continue;
        }
        const two = pixels[from + right] ?? 0;
        const three = pixels[from + below] ?? 0;
        const four = pixels[from + below + right] ?? 0;
        // Red and blue are added up side by side.
        const outer = (one & 0xff00ff) + (two & 0xff00ff) + (three & 0xff00ff) + (four & 0xff00ff);
        const green = ((one >> 8) & 255) + ((two >> 8) & 255) + ((three >> 8) & 255) + ((four >> 8) & 255);
        luma[at] = (low * (outer & 1023) + 38470 * green + high * (outer >> 16) + 131072) >> 18;
      }
    }
    const [red, blue] = isBgr ? [16, 0] : [0, 16];
    at = 0;
    for (let y = 0; y < planes.heightPx; y += 2) {
      let from = y * shrink * row;
      for (const end = at + chroma.widthPx; at < end; at += 1, from += shrink * 2) {
        const pixel = pixels[from] ?? 0;
        const [r, g, b] = [(pixel >> red) & 255, (pixel >> 8) & 255, (pixel >> blue) & 255];
        // 128.5, less a hair: rounded at the half, the purest blue and red would be 256.
        chroma.cb[at] = (8421375 - 11059 * r - 21709 * g + 32768 * b) >> 16;
        chroma.cr[at] = (8421375 + 32768 * r - 27439 * g - 5329 * b) >> 16;
      }
    }
    return planes;
  };
}
