import type { Preparation, PreparedImage } from '../contract/preparedImage.ts';
import type { TaskContext } from '../worker/Task.ts';
import { drawUpright } from './drawUpright.ts';
import { encodeUnder } from './encodeUnder.ts';
import { type FittedSize, fitWithin } from './fitWithin.ts';
import type { ImageLimits } from './imageLimits.ts';
import { checkSides } from './inspectFile.ts';
import { closeImage, type Pixels, sidesOf } from './Pixels.ts';
import { swapsSides } from './uprightTransform.ts';

/** Where pixels came from, as far as it is known; sides that are left out are those of the pixels. */
export type PixelFacts = Pick<Preparation, 'sourceType' | 'sourceBytes' | 'orientation' | 'path'> &
  Partial<Pick<Preparation, 'sourceWidthPx' | 'sourceHeightPx'>>;

export interface PixelsInput {
  readonly pixels: Pixels;
  readonly facts: PixelFacts;
  /** EXIF orientation, 1 to 8, that is left to apply. Default: none. */
  readonly orientation?: number;
  /** The size to make of them. Default: the largest inside the limits. */
  readonly size?: FittedSize | undefined;
  readonly limits: ImageLimits;
}

/** A picture but for what only the page knows. */
export type PreparedPixels = Omit<PreparedImage, 'origin' | 'preparation'> & { readonly preparation: Omit<Preparation, 'durationMs'> };

/** iOS draws nothing on a canvas over this many pixels. */
export const maxCanvasPixels = 16_777_216;

/**
 * Draws pixels upright and inside the limits, lets them go, and encodes what was drawn.
 *
 * @throws ImageError `image/too-small`, `image/too-large`, `image/over-byte-limit`, `image/canvas-unavailable`.
 */
export async function preparePixels(
  { pixels, facts, orientation = 1, size, limits }: PixelsInput,
  { signal, place }: TaskContext,
): Promise<PreparedPixels> {
  try {
    signal.throwIfAborted();
    const [width, height] = sidesOf(pixels);
    const { sourceWidthPx = width, sourceHeightPx = height } = facts;
    checkSides(sourceWidthPx, sourceHeightPx, limits, facts.sourceType);
    const [uprightWidth, uprightHeight] = swapsSides(orientation) ? [height, width] : [width, height];
    const canvas = await drawUpright(
      pixels,
      orientation,
      size ?? fitWithin(uprightWidth, uprightHeight, limits.maxEdgePx, maxCanvasPixels),
    );
    closeImage(pixels);
    const { blob, quality, widthPx, heightPx } = await encodeUnder(canvas, limits, signal);
    const scale = Math.max(widthPx, heightPx) / Math.max(sourceWidthPx, sourceHeightPx);
    return {
      blob,
      type: 'image/jpeg',
      widthPx,
      heightPx,
      preparation: { ...facts, sourceWidthPx, sourceHeightPx, scale, quality, place },
    };
  } finally {
    closeImage(pixels);
  }
}
