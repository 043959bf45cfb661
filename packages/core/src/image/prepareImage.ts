import type { Preparation, PreparedImage } from '../contract/preparedImage.ts';
import { ImageError } from '../errors/ImageError.ts';
import type { GrabbedFrame } from '../frame/grabFrame.ts';
import { createCanvas } from './createCanvas.ts';
import { type DecodedImage, decodeImage } from './decodeImage.ts';
import { type Encoded, encodeWithin } from './encodeWithin.ts';
import { type FittedSize, fitWithin } from './fitWithin.ts';
import { defaultImageLimits, type ImageLimits } from './imageLimits.ts';
import { checkSides, inspectFile } from './inspectFile.ts';
import { swapsSides, uprightTransform } from './uprightTransform.ts';

export interface PrepareImageOptions {
  /** Limits that differ from `defaultImageLimits`. */
  readonly limits?: Partial<ImageLimits> | undefined;
  /** Default: `camera` for a frame, `file` for a Blob. */
  readonly origin?: PreparedImage['origin'] | undefined;
  /** Ends the work at its next step; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Pixels that know the turn they need: a decoded file or a frame, which needs none. */
type Pixels = Pick<DecodedImage, 'widthPx' | 'heightPx' | 'orientation'> & { readonly pixels: DecodedImage['pixels'] | VideoFrame };

/** iOS draws nothing on a canvas over this many pixels. */
const maxCanvasPixels = 16_777_216;

/** Scales with the browser's best filter where it has one; where it has none, the one draw that follows scales too. */
async function scaleWell({ pixels }: Pixels, widthPx: number, heightPx: number): Promise<ImageBitmap | undefined> {
  const isFrame = 'codedWidth' in pixels;
  if (isFrame || pixels.width <= widthPx || typeof createImageBitmap !== 'function') return undefined;
  return createImageBitmap(pixels, { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' }).catch(() => undefined);
}

async function encodeAt(source: Pixels, { widthPx, heightPx }: FittedSize, limits: ImageLimits): Promise<Encoded> {
  const [storedWidth, storedHeight] = swapsSides(source.orientation) ? [heightPx, widthPx] : [widthPx, heightPx];
  const scaled = await scaleWell(source, storedWidth, storedHeight);
  try {
    const canvas = createCanvas(widthPx, heightPx);
    try {
      canvas.context.imageSmoothingQuality = 'high';
      canvas.context.setTransform(...uprightTransform(source.orientation, widthPx, heightPx));
      canvas.context.drawImage(scaled ?? source.pixels, 0, 0, storedWidth, storedHeight);
      return await encodeWithin(canvas.encode, limits);
    } finally {
      canvas.close();
    }
  } finally {
    scaled?.close();
  }
}

/** Lowers quality before size, and size no further than the smallest side allowed. */
async function encodeUnder(source: Pixels, limits: ImageLimits, checkAborted: () => void): Promise<Encoded & FittedSize> {
  const [widthPx, heightPx] = swapsSides(source.orientation) ? [source.heightPx, source.widthPx] : [source.widthPx, source.heightPx];
  let size = fitWithin(widthPx, heightPx, limits.maxEdgePx, maxCanvasPixels);
  for (;;) {
    const encoded = await encodeAt(source, size, limits);
    checkAborted();
    if (encoded.blob.size <= limits.maxBytes) return { ...encoded, ...size };
    const shrink = Math.min(0.9, Math.sqrt(limits.maxBytes / encoded.blob.size) * 0.95);
    const smaller = fitWithin(widthPx, heightPx, Math.max(size.widthPx, size.heightPx) * shrink);
    if (Math.min(size.widthPx, size.heightPx) * shrink < Math.max(1, limits.minEdgePx)) {
      throw new ImageError(
        'image/over-byte-limit',
        `At the lowest quality the picture has ${encoded.blob.size} bytes; ${limits.maxBytes} are allowed. Allow more, or take a plainer picture.`,
        { details: { bytes: encoded.blob.size, limit: limits.maxBytes, widthPx: size.widthPx, heightPx: size.heightPx } },
      );
    }
    size = smaller;
  }
}

/**
 * Makes a picture ready to submit: upright, inside the limits, opaque on white, JPEG, without any metadata.
 *
 * Quality is lowered before size, and only when `maxBytes` demands it. A grabbed frame stays open: whoever grabbed it closes it.
 *
 * @throws ImageError with the code that tells why the source cannot be used, or the reason of `signal`.
 */
export async function prepareImage(source: Blob | GrabbedFrame, options: PrepareImageOptions = {}): Promise<PreparedImage> {
  const { signal } = options;
  const limits: ImageLimits = { ...defaultImageLimits, ...options.limits };
  const checkAborted = () => {
    if (signal?.aborted) throw signal.reason;
  };
  const finish = async (pixels: Pixels, from: Omit<Preparation, 'scale' | 'quality' | 'sourceWidthPx' | 'sourceHeightPx'>) => {
    checkAborted();
    checkSides(pixels.widthPx, pixels.heightPx, limits, from.sourceType);
    const { blob, quality, scale, widthPx, heightPx } = await encodeUnder(pixels, limits, checkAborted);
    const preparation: Preparation = { ...from, sourceWidthPx: pixels.widthPx, sourceHeightPx: pixels.heightPx, scale, quality };
    return { blob, type: 'image/jpeg' as const, widthPx, heightPx, preparation };
  };

  checkAborted();
  if (!(source instanceof Blob)) {
    const from = { sourceType: 'video/frame', sourceBytes: undefined, orientation: 1 };
    return { origin: options.origin ?? 'camera', ...(await finish({ ...source, orientation: 1 }, from)) };
  }
  const header = await inspectFile(source, limits);
  checkAborted();
  const decoded = await decodeImage(source, header);
  try {
    const from = { sourceType: header.type, sourceBytes: source.size, orientation: header.orientation };
    return { origin: options.origin ?? 'file', ...(await finish(decoded, from)) };
  } finally {
    decoded.close();
  }
}
