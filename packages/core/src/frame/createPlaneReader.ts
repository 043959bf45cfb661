import { chooseReading, type Reading } from './chooseReading.ts';
import { createPlaneCopier } from './createPlaneCopier.ts';
import { createPlaneDrawer } from './createPlaneDrawer.ts';
import { createRgbaConverter } from './createRgbaConverter.ts';
import type { FramePlanes } from './framePlanes.ts';
import { readSides } from './readSides.ts';

/** What planes are read from. It stays open: whoever opened it closes it. */
export type PlaneSource = VideoFrame | ImageBitmap | ImageData | HTMLVideoElement | HTMLCanvasElement | OffscreenCanvas;

/** Reads frame after frame into the same memory. */
export interface PlaneReader {
  /** One at a time: the planes are good until the next call. */
  read(pixels: PlaneSource): Promise<FramePlanes>;
  /** Gives the memory back. */
  close(): void;
}

/** More than are looked at. */
const maxTimes = 9;

/**
 * Makes a reader of planes that keeps its buffers, so that frame after frame of one size allocates next to nothing.
 *
 * A `VideoFrame` in I420 or NV12 is copied as it is. One in RGB is copied and converted, its longest side at 960 px or less; anything else
 * is drawn with that at 640 px and converted. Where copying turns out to be slow, drawing is tried too and the faster way kept.
 * `ImageData` is converted at its own size.
 *
 * @param now milliseconds that never run backwards; `performance.now` by default.
 */
export function createPlaneReader(now: () => number = () => performance.now()): PlaneReader {
  const copy = createPlaneCopier();
  const convert = createRgbaConverter();
  const drawer = createPlaneDrawer();
  const times: Record<Reading, number[]> = { copy: [], draw: [] };

  async function timed<Result>(reading: Reading, read: () => Result): Promise<Awaited<Result>> {
    const began = now();
    let tookMs: number | undefined = Infinity;
    try {
      const result = await read();
      tookMs = result ? now() - began : undefined;
      return result;
    } finally {
      if (tookMs !== undefined && times[reading].length < maxTimes) times[reading].push(tookMs);
    }
  }

  return {
    read: async (pixels) => {
      if ('data' in pixels) {
        return convert(pixels.data, { widthPx: pixels.width, heightPx: pixels.height });
      }
      if ('copyTo' in pixels && chooseReading(times) === 'copy') {
        // A frame that cannot be copied may still be drawn.
        const planes = await timed('copy', () => copy(pixels)).catch(() => undefined);
        if (planes) return planes;
      }
      const { widthPx, heightPx } = readSides(pixels);
      return timed('draw', () => drawer.draw(pixels, widthPx, heightPx));
    },
    close: drawer.close,
  };
}
