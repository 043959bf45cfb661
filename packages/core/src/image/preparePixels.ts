import type { Preparation, PreparedImage } from '../contract/preparedImage.ts';
import type { TaskContext, TaskPlace } from '../worker/Task.ts';
import { checkSides } from './checkHeader.ts';
import { drawUpright } from './drawUpright.ts';
import { encodeUnder } from './encodeUnder.ts';
import { type FittedSize, fitWithin } from './fitWithin.ts';
import { defaultImageLimits, type ImageLimits, maxCanvasPixels } from './imageLimits.ts';
import { closeImage, type Pixels, sidesOf } from './Pixels.ts';
import { turnSides } from './uprightTransform.ts';

/** Where pixels came from, as far as it is known; sides that are left out are those of the pixels. */
export interface PixelFacts extends Pick<Preparation, 'sourceType' | 'sourceBytes' | 'orientation' | 'path'> {
  readonly sourceWidthPx?: number | undefined;
  readonly sourceHeightPx?: number | undefined;
}

export interface PixelsInput {
  readonly pixels: Pixels;
  /** Default: those of a camera frame. */
  readonly facts?: PixelFacts;
  /** EXIF orientation, 1 to 8, that is left to apply. Default: none. */
  readonly orientation?: number;
  /** The size to make of them. Default: the largest inside the limits. */
  readonly size?: FittedSize | undefined;
  /** Limits that differ from `defaultImageLimits`. */
  readonly limits: Partial<ImageLimits> | undefined;
}

/** A picture but for what only the page knows. */
export type PreparedPixels = Omit<PreparedImage, 'origin' | 'preparation'> & { readonly preparation: Omit<Preparation, 'durationMs'> };

const frameFacts: PixelFacts = { sourceType: 'video/frame', sourceBytes: undefined, orientation: 1, path: 'frame' };

/** A picture with what is known of it; sides of the source that are not, are those of its pixels. */
export function toPrepared(
  blob: Blob,
  { widthPx, heightPx }: Pick<FittedSize, 'widthPx' | 'heightPx'>,
  facts: PixelFacts,
  quality: number | undefined,
  place: TaskPlace,
  [width, height]: readonly [number, number] = [widthPx, heightPx],
): PreparedPixels {
  const { sourceWidthPx = width, sourceHeightPx = height } = facts;
  const scale = Math.max(widthPx, heightPx) / Math.max(sourceWidthPx, sourceHeightPx);
  return { blob, type: 'image/jpeg', widthPx, heightPx, preparation: { ...facts, sourceWidthPx, sourceHeightPx, scale, quality, place } };
}

/**
 * Draws pixels upright and inside the limits, lets them go, and encodes what was drawn.
 *
 * @throws ImageFault `image/too-small`, `image/too-large`, `image/over-byte-limit`, `image/canvas-unavailable`.
 */
export async function preparePixels(
  { pixels, facts = frameFacts, orientation = 1, size, limits: changed }: PixelsInput,
  { signal, place }: Pick<TaskContext, 'signal' | 'place'>,
): Promise<PreparedPixels> {
  const limits = { ...defaultImageLimits, ...changed };
  try {
    signal.throwIfAborted();
    const sides = sidesOf(pixels);
    if (!facts.sourceWidthPx) checkSides(...sides, limits, facts.sourceType);
    const [width, height] = turnSides(orientation, ...sides);
    const canvas = await drawUpright(pixels, orientation, size ?? fitWithin(width, height, limits.maxEdgePx, maxCanvasPixels));
    closeImage(pixels);
    const picture = await encodeUnder(canvas, limits, signal);
    return toPrepared(picture.blob, picture, facts, picture.quality, place, sides);
  } finally {
    closeImage(pixels);
  }
}
