/**
 * A picture ready to submit: the one value that both halves of the core know.
 *
 * It is upright, inside the limits and carries no metadata (no EXIF, no GPS).
 */
export interface PreparedImage {
  readonly blob: Blob;
  /** MIME type of `blob`. */
  readonly type: 'image/jpeg' | 'image/png';
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where it came from. */
  readonly origin: 'camera' | 'file';
  /** What was found and done, for developers and events; no personal data. */
  readonly preparation: Preparation;
}

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
  /** Output side / source side, at most 1. */
  readonly scale: number;
  /** JPEG quality, 0 to 1. */
  readonly quality: number;
}
