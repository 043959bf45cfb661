/**
 * A picture ready to submit: the one value that both halves of the core know.
 *
 * It is inside the limits and carries no metadata (no EXIF, no GPS); it is upright, by its pixels or, where that was asked
 * for, by an orientation tag.
 */
export interface PreparedImage {
  readonly blob: Blob;
  /** MIME type of `blob`. */
  readonly type: 'image/jpeg' | 'image/png';
  /** Upright. */
  readonly widthPx: number;
  /** Upright. */
  readonly heightPx: number;
  /** Where it came from. */
  readonly origin: 'camera' | 'file';
  /** What was found and done, for developers and events; no personal data. */
  readonly preparation: Preparation;
}

/**
 * The way a picture took.
 *
 * | path | what was done |
 * | --- | --- |
 * | `stripped` | it was inside the limits: metadata was taken out of the bytes, the pixels are the source's own |
 * | `scaled-decode` | decoded at a fraction of its size, drawn once, encoded |
 * | `decoded` | decoded at its full size, scaled by the browser's best filter, drawn once, encoded |
 * | `element` | the same through an image element, the last resort |
 * | `plug-in` | decoded by a decoder of the page's own |
 * | `frame` | a camera frame, drawn once, encoded |
 */
export type PreparationPath = 'stripped' | 'scaled-decode' | 'decoded' | 'element' | 'plug-in' | 'frame';

export interface Preparation {
  /** Type sniffed from the source's bytes; `video/frame` for a camera frame. */
  readonly sourceType: string;
  /** As stored, before `orientation` was applied. */
  readonly sourceWidthPx: number;
  /** As stored, before `orientation` was applied. */
  readonly sourceHeightPx: number;
  readonly sourceBytes: number | undefined;
  /** EXIF orientation of the source, 1 to 8; it has been applied. */
  readonly orientation: number;
  readonly path: PreparationPath;
  /** Output side / source side, at most 1. */
  readonly scale: number;
  /** JPEG quality, 0 to 1; `undefined` where the source's own encoding was kept. */
  readonly quality: number | undefined;
  /** From the call to the result, in milliseconds. */
  readonly durationMs: number;
  /** Where the work was done: `main` is the fallback for pages that cannot start a worker. */
  readonly place: 'worker' | 'main';
}
