import { encodeExif } from './encodeExif.ts';
import { encodeFlatJpeg } from './encodeFlatJpeg.ts';
import { encodeFlatPng } from './encodeFlatPng.ts';

export interface TestImageOptions {
  /** Default `image/jpeg`. */
  readonly type?: 'image/jpeg' | 'image/png';
  /** Default 1280. At most 65 535. */
  readonly widthPx?: number;
  /** Default 800. At most 65 535. */
  readonly heightPx?: number;
  /** Writes an EXIF block with this orientation, 1 to 8. Default: no EXIF at all. */
  readonly orientation?: number;
  /** Writes an EXIF block with a made-up place. Default `false`. */
  readonly hasGps?: boolean;
}

/**
 * A plain picture that really decodes, made without a canvas: for tests under Node, where nothing can draw.
 */
export function createTestImage(options: TestImageOptions = {}): Blob {
  const { type = 'image/jpeg', widthPx = 1280, heightPx = 800, orientation, hasGps = false } = options;
  const exif = orientation !== undefined || hasGps ? encodeExif({ orientation: orientation ?? 1, hasGps }) : undefined;
  const encode = type === 'image/png' ? encodeFlatPng : encodeFlatJpeg;
  return new Blob([encode(widthPx, heightPx, exif)], { type });
}
