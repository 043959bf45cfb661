import { Refusal } from '../http/Refusal.ts';
import type { ImageFacts } from './ImageFacts.ts';

/**
 * What the sandbox takes as a picture.
 *
 * The API's page on image sizes is in no copy that could be read. The byte limit is the smallest of the three that other
 * pages name; the pixel limits are the sandbox's own.
 */
export interface ImageLimits {
  /** Most bytes of one picture. Default 4 MiB. */
  readonly maxBytes: number;
  /** Fewest pixels of the shorter side. Default 200. */
  readonly minEdgePx: number;
  /** Most pixels in all (width × height): a small file can unfold to gigabytes. Default 50 000 000. */
  readonly maxPixels: number;
  /** Types taken, by the bytes of the picture. Default JPEG and PNG. */
  readonly types: readonly ('image/jpeg' | 'image/png')[];
}

export const defaultImageLimits: ImageLimits = {
  maxBytes: 4 * 1024 * 1024,
  minEdgePx: 200,
  maxPixels: 50_000_000,
  types: ['image/jpeg', 'image/png'],
};

/** Refuses a picture that breaks a limit, with a message that names the field and the limit; `null` when it is fine. */
export function checkImage(field: string, bytes: number, facts: ImageFacts, limits: ImageLimits): Refusal | null {
  const { type, widthPx, heightPx, fault } = facts;
  if (bytes === 0) return new Refusal('image_empty', `"${field}" holds 0 bytes.`);
  if (bytes > limits.maxBytes) {
    return new Refusal('image_too_large', `"${field}" is ${bytes} bytes; at most ${limits.maxBytes} bytes are taken.`);
  }
  if (!limits.types.some((accepted) => accepted === type)) {
    const found = type ?? 'of no known image type';
    return new Refusal('image_type_not_accepted', `"${field}" is ${found} by its bytes; taken are ${limits.types.join(' and ')}.`);
  }
  const size = `"${field}" is ${widthPx} × ${heightPx} px`;
  if (widthPx !== null && heightPx !== null && widthPx * heightPx > limits.maxPixels) {
    return new Refusal('image_too_many_pixels', `${size}; at most ${limits.maxPixels} pixels in all are taken.`);
  }
  if (fault !== null) return new Refusal('image_corrupt', `"${field}" is not a whole picture: ${fault}.`);
  if (Math.min(widthPx ?? 0, heightPx ?? 0) < limits.minEdgePx) {
    return new Refusal('image_too_small', `${size}; the shorter side must be at least ${limits.minEdgePx} px.`);
  }
  return null;
}
