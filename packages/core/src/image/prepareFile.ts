import type { TaskContext } from '../worker/Task.ts';
import { decodeImage } from './decodeImage.ts';
import { fitWithin } from './fitWithin.ts';
import type { ImageHeader } from './imageHeader.ts';
import type { ImageLimits } from './imageLimits.ts';
import { inspectFile } from './inspectFile.ts';
import { orientationLeft } from './orientationLeft.ts';
import { type PlannedSize, planSize } from './planSize.ts';
import { maxCanvasPixels, type PreparedPixels, preparePixels } from './preparePixels.ts';
import { stripJpeg } from './stripJpeg.ts';
import { toFacts } from './toFacts.ts';
import { swapsSides } from './uprightTransform.ts';

export interface FileInput {
  readonly file: Blob;
  readonly limits: ImageLimits;
}

/** `undecoded` is the header of a file that is fine as far as can be told, and that this browser does not decode. */
export type PreparedFile = PreparedPixels | { readonly undecoded: ImageHeader };

/** AVIF and HEIC turn by means of their own, so which side is the width is known only once they are decoded. */
function planFile({ type, widthPx, heightPx, orientation }: ImageHeader, { maxEdgePx }: ImageLimits): PlannedSize | undefined {
  if (!widthPx || !heightPx || type === 'image/avif' || type === 'image/heic') return undefined;
  const [width, height] = swapsSides(orientation) ? [heightPx, widthPx] : [widthPx, heightPx];
  if (type === 'image/jpeg') return planSize(width, height, maxEdgePx, maxCanvasPixels);
  return { ...fitWithin(width, height, maxEdgePx, maxCanvasPixels), eighths: 8 };
}

/**
 * Prepares a file: checked by its header, stripped where it is inside the limits, else decoded, drawn and encoded.
 *
 * @throws ImageError with the code that tells why it cannot be used.
 */
export async function prepareFile({ file, limits }: FileInput, context: TaskContext): Promise<PreparedFile> {
  const { bytes, header } = await inspectFile(file, limits);
  context.signal.throwIfAborted();
  const { orientation, coding, widthPx = 0, heightPx = 0 } = header;
  const size = planFile(header, limits);
  const isPlain = coding === 'baseline' || coding === 'progressive';
  if (size?.scale === 1 && isPlain && (orientation === 1 || limits.keepOrientationTag)) {
    const blob = stripJpeg(bytes, orientation);
    if (blob && blob.size <= limits.maxBytes) {
      const facts = { ...toFacts(header, file.size, 'stripped'), sourceWidthPx: widthPx, sourceHeightPx: heightPx };
      const preparation = { ...facts, scale: 1, quality: undefined, place: context.place };
      return { blob, type: 'image/jpeg', widthPx: size.widthPx, heightPx: size.heightPx, preparation };
    }
  }
  const decoded = await decodeImage(file, bytes, header, size);
  if (!decoded) return { undecoded: header };
  const { pixels, path } = decoded;
  const facts = toFacts(header, file.size, path);
  return preparePixels({ pixels, facts, orientation: orientationLeft(header, pixels), size, limits }, context);
}
