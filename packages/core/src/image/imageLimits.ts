import type { FileType } from './imageHeader.ts';

/** What is taken in and what comes out, as data. */
export interface ImageLimits {
  /** Smallest side of the source, in pixels. */
  readonly minEdgePx: number;
  /** Longest side of the result, in pixels; a larger source is scaled down, a smaller one is left as it is. */
  readonly maxEdgePx: number;
  /** Size of the result, in bytes. */
  readonly maxBytes: number;
  /** Size of the source file, in bytes; a larger one is refused unread. */
  readonly maxSourceBytes: number;
  /** Width times height of the source; a larger one is refused before it is decoded. */
  readonly maxSourcePixels: number;
  /** JPEG quality, above 0 and at most 1. */
  readonly quality: number;
  /** How far `quality` may be lowered to stay under `maxBytes`; below it the picture is made smaller instead. */
  readonly minQuality: number;
  /** Types by their bytes that are decoded, if the browser can. */
  readonly acceptedTypes: readonly FileType[];
  /**
   * Whether the receiver turns a picture by its EXIF orientation. Then a photo that is inside the limits already keeps its pixels and
   * a tag that says nothing but the orientation, instead of being decoded, turned and encoded anew.
   */
  readonly keepOrientationTag: boolean;
}

/**
 * The limits used where none are given.
 *
 * - `minEdgePx` 320: an ID-1 card (85.6 x 54 mm) that fills a picture of 506 x 319 px has 150 dpi; below that small print is lost.
 * - `maxEdgePx` 2048: the same card filling it has about 600 dpi, and the file stays near 0.6 MB. Half of a 12 MP phone photo (4000 to
 *   4096 px) and a quarter of a 48 MP one lie just under it, and those a decoder gives in half the time or less.
 * - `maxBytes` 3.5 MB: the API's owner names 4, 5 and 6 MB in different places; the smallest less room for the form around it.
 * - `maxSourceBytes` 50 MB: a 48 MP phone JPEG has about 10 MB, and what is read is held in memory.
 * - `maxSourcePixels` 120 MP: a decoded pixel takes 4 bytes, so this is 480 MB; phones with 108 MP sensors stay under it.
 * - `quality` 0.9: print and security patterns stay free of visible blocks; against 0.85 it costs up to a third more bytes.
 * - `minQuality` 0.5: below it text breaks up sooner than by making the picture smaller.
 * - `acceptedTypes`: what browsers decode to one still picture. SVG is a program rather than a picture, and PDF has pages.
 * - `keepOrientationTag` false: nobody documents that the API turns a picture by its tag; pixels that are upright need no promise.
 */
export const defaultImageLimits: ImageLimits = {
  minEdgePx: 320,
  maxEdgePx: 2048,
  maxBytes: 3_500_000,
  maxSourceBytes: 50_000_000,
  maxSourcePixels: 120_000_000,
  quality: 0.9,
  minQuality: 0.5,
  acceptedTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/gif'],
  keepOrientationTag: false,
};

/** No canvas is larger: iOS draws nothing on one over this many pixels. */
export const maxCanvasPixels = 16_777_216;
