import { toTaskError } from '../worker/toTaskError.ts';
import { createFault } from './createFault.ts';
import type { FileType, ImageHeader } from './imageHeader.ts';
import { orientationLeft } from './orientationLeft.ts';
import type { Pixels } from './Pixels.ts';
import type { PixelFacts } from './preparePixels.ts';
import { toFacts } from './toFacts.ts';
import { withoutOrientation } from './withoutOrientation.ts';

/**
 * Decoders for types that the browser may not decode itself, such as HEIC outside of Safari. Each is called with the file and gives its
 * picture upright, as a bitmap that `prepareImage` closes. Import the library inside of the function, so that only those fetch it
 * who need it.
 */
export type ImageDecoders = { readonly [Type in FileType]?: (file: Blob) => Promise<ImageBitmap> };

/** Pixels that were decoded on the page rather than by the capture worker, and the turn they still need. */
export interface DecodedElsewhere {
  readonly pixels: Pixels;
  readonly facts: PixelFacts;
  readonly orientation: number;
}

/** iOS draws no canvas over 16.7 million pixels and may refuse a bitmap of that size, while it can still show the picture. */
const safePixels = 16_777_216;

/** Types that some browsers show and others do not know. */
const isUncommon = ({ type, coding }: ImageHeader) => type === 'image/avif' || type === 'image/heic' || coding === 'other';

function refuse(header: ImageHeader, bytes: number, cause?: unknown): Error {
  const { type, widthPx, heightPx } = header;
  const code = isUncommon(header) ? 'image/unsupported-type' : 'image/corrupt';
  return toTaskError(createFault(code, { type, bytes, widthPx, heightPx }, cause));
}

/** An element has the same decoders. Asked first, because an element's `blob:` URL is nothing that a strict policy lets pass unreported. */
const isKnownNot = async (type: FileType) => typeof ImageDecoder === 'function' && !(await ImageDecoder.isTypeSupported(type));

/** Without this an element would be tried with a library in hand, for files that nothing here can show. */
async function isShown(file: Blob, type: FileType): Promise<boolean> {
  if (typeof Image !== 'function' || (await isKnownNot(type))) return false;
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  return image
    .decode()
    .then(
      () => true,
      () => false,
    )
    .finally(() => URL.revokeObjectURL(url));
}

/**
 * Decodes what the worker could not: by a decoder of the page's own, or through an image element where bitmaps end and elements do not.
 *
 * @throws ImageError `image/unsupported-type` for types that not every browser decodes, `image/corrupt` for the others.
 */
export async function decodeElsewhere(file: Blob, header: ImageHeader, decoders: ImageDecoders = {}): Promise<DecodedElsewhere> {
  try {
    const decode = decoders[header.type];
    if (decode) return { pixels: await decode(file), facts: toFacts(header, file.size, 'plug-in'), orientation: 1 };
    const source = withoutOrientation(file, header);
    // Where bitmaps work, a refusal of an ordinary size means a broken file; an element would draw what is left of it.
    const isBroken = typeof createImageBitmap === 'function' && (header.widthPx ?? 0) * (header.heightPx ?? 0) <= safePixels;
    if (isUncommon(header) ? await isShown(source, header.type) : !isBroken) {
      const { decodeWithElement } = await import('./decodeWithElement.ts');
      const pixels = await decodeWithElement(source);
      return { pixels, facts: toFacts(header, file.size, 'element'), orientation: orientationLeft(header, pixels) };
    }
  } catch (cause) {
    throw refuse(header, file.size, cause);
  }
  throw refuse(header, file.size);
}
