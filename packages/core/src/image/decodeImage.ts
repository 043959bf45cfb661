import { ImageError } from '../errors/ImageError.ts';
import type { ImageHeader } from './imageHeader.ts';
import { swapsSides } from './uprightTransform.ts';

/** Decoded pixels and the turn they still need. */
export interface DecodedImage {
  readonly pixels: ImageBitmap | HTMLCanvasElement | OffscreenCanvas;
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation, 1 to 8, that is left to apply. */
  readonly orientation: number;
  close(): void;
}

/** iOS draws no canvas over 16.7 million pixels and may refuse a bitmap of that size, while it can still show the picture. */
const safePixels = 16_777_216;

/** The file with its orientation set to 1, and its type as its bytes have it. No byte is copied. */
function withoutOrientation(file: Blob, { type, orientationTag: tag }: ImageHeader): Blob {
  const parts = tag ? [file.slice(0, tag.start), new Uint8Array(tag.replacement), file.slice(tag.end)] : [file];
  return new Blob(parts, { type });
}

async function decodePixels(file: Blob, header: ImageHeader): Promise<DecodedImage['pixels']> {
  const hasBitmaps = typeof createImageBitmap === 'function';
  try {
    if (hasBitmaps) return await createImageBitmap(file);
  } catch (cause) {
    // Where bitmaps work, a refusal of an ordinary size means a broken file; an image element would draw what is left of it.
    if ((header.widthPx ?? 0) * (header.heightPx ?? 0) <= safePixels) throw cause;
  }
  const { decodeWithElement } = await import('./decodeWithElement.ts');
  return decodeWithElement(file);
}

/**
 * Decodes a file without turning it.
 *
 * Browsers differ in whether they apply an orientation, by version and by type: Chromium turns JPEG and not WebP. So the
 * orientation is taken out of the bytes first, and the caller applies it: exactly once, everywhere.
 *
 * @throws ImageError `image/corrupt`; `image/unsupported-type` for AVIF and HEIC, which not every browser decodes.
 */
export async function decodeImage(file: Blob, header: ImageHeader): Promise<DecodedImage> {
  const { type, orientation } = header;
  try {
    const pixels = await decodePixels(withoutOrientation(file, header), header);
    const { width: widthPx, height: heightPx } = pixels;
    // Swapped against the header: the browser turned it all the same, by something else than EXIF.
    const isTurned = swapsSides(orientation) && widthPx !== heightPx && widthPx === header.heightPx && heightPx === header.widthPx;
    return {
      pixels,
      widthPx,
      heightPx,
      orientation: isTurned ? 1 : orientation,
      close: () => {
        if ('close' in pixels) pixels.close();
        else pixels.width = pixels.height = 0;
      },
    };
  } catch (cause) {
    const details = { type, bytes: file.size };
    if (type === 'image/avif' || type === 'image/heic') {
      throw new ImageError(
        'image/unsupported-type',
        `This browser does not decode this ${type} file, so it cannot be checked or scaled. Use a JPEG or PNG.`,
        { cause, details },
      );
    }
    throw new ImageError('image/corrupt', 'The picture does not decode: the file is damaged. Choose it again, or another one.', {
      cause,
      details,
    });
  }
}
