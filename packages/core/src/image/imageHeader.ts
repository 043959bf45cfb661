/** What the bytes of a file say it is. An open list: only the types a person is likely to choose are told apart. */
export type FileType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'
  | 'image/avif'
  | 'image/heic'
  | 'image/bmp'
  | 'image/tiff'
  | 'image/svg+xml'
  | 'application/pdf'
  | 'text/html'
  | 'text/plain';

/** A range of bytes, and what to put there so that no decoder turns the picture by itself. */
export interface OrientationTag {
  /** First byte of the range. */
  readonly start: number;
  /** First byte after the range. */
  readonly end: number;
  /** May be shorter than the range. */
  readonly replacement: readonly number[];
}

/**
 * How a JPEG is coded: `baseline` and `progressive` have Huffman codes, 8 bits, and YCbCr or grey, which every program reads;
 * `other` is all the rest (arithmetic, lossless, 12 bits, CMYK, RGB).
 */
export type JpegCoding = 'baseline' | 'progressive' | 'other';

/** What is known of a file before it is decoded. */
export interface ImageHeader {
  readonly type: FileType;
  /** As stored, before `orientation` is applied; `undefined` when the type is not measured or the header is broken. */
  readonly widthPx: number | undefined;
  /** As stored, before `orientation` is applied. */
  readonly heightPx: number | undefined;
  /** EXIF orientation, 1 to 8; 1 when there is none or it is invalid. AVIF and HEIC turn by other means: always 1. */
  readonly orientation: number;
  /** Where the orientation is written; only when it is not 1. */
  readonly orientationTag: OrientationTag | undefined;
  /** `undefined` for other types, and for a JPEG whose header is broken. */
  readonly coding: JpegCoding | undefined;
  /** `false` when the file is surely cut off. Checked for JPEG, PNG and WebP only. */
  readonly isComplete: boolean;
}
