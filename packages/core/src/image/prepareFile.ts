import type { TaskContext } from '../worker/Task.ts';
import { checkHeader } from './checkHeader.ts';
import { decodeImage } from './decodeImage.ts';
import type { FittedSize } from './fitWithin.ts';
import type { ImageHeader } from './imageHeader.ts';
import { defaultImageLimits, type ImageLimits, maxCanvasPixels } from './imageLimits.ts';
import { orientationLeft } from './orientationLeft.ts';
import { type PlannedSize, planSize } from './planSize.ts';
import { type PreparedPixels, preparePixels, toPrepared } from './preparePixels.ts';
import { readFile } from './readFile.ts';
import { isJpeg, readJpegHeader } from './readJpegHeader.ts';
import { stripJpeg } from './stripJpeg.ts';
import { toFacts } from './toFacts.ts';
import { turnSides } from './uprightTransform.ts';

export interface FileInput {
  readonly file: Blob;
  /** Limits that differ from `defaultImageLimits`. */
  readonly limits: Partial<ImageLimits> | undefined;
  /** Of a file that is no JPEG: read, checked and planned before. */
  readonly other?: OtherFile | undefined;
}

/** What is known of a file that is no JPEG. */
export interface OtherFile {
  readonly header: ImageHeader;
  /** The size to make of it, where its sides are known. */
  readonly size: FittedSize | undefined;
}

/**
 * A picture, or why there is none yet:
 *
 * - `unread`: the bytes of a file that is no JPEG. What it is, is told by code that few files need, and that is not in the worker.
 * - `undecoded`: the header of a file that is fine as far as can be told, and that this browser does not decode.
 */
export type PreparedFile = PreparedPixels | { readonly unread: Uint8Array<ArrayBuffer> } | { readonly undecoded: ImageHeader };

function planJpeg({ widthPx, heightPx, orientation }: ImageHeader, { maxEdgePx }: ImageLimits): PlannedSize | undefined {
  return widthPx && heightPx ? planSize(...turnSides(orientation, widthPx, heightPx), maxEdgePx, maxCanvasPixels) : undefined;
}

/** A JPEG inside the limits, without its metadata; `undefined` when it has to be decoded. */
function strip(bytes: Uint8Array<ArrayBuffer>, { coding, orientation }: ImageHeader, limits: ImageLimits): Blob | undefined {
  if (coding === 'other' || (orientation !== 1 && !limits.keepOrientationTag)) return undefined;
  const blob = stripJpeg(bytes, orientation);
  return blob && blob.size <= limits.maxBytes ? blob : undefined;
}

/**
 * Prepares a file: checked by its header, stripped where it is inside the limits, else decoded, drawn and encoded.
 *
 * @throws ImageFault with the code that tells why it cannot be used.
 */
export async function prepareFile({ file, limits: changed, other }: FileInput, context: TaskContext): Promise<PreparedFile> {
  const limits = { ...defaultImageLimits, ...changed };
  const bytes = other ? undefined : await readFile(file, limits);
  context.signal.throwIfAborted();
  if (bytes && !isJpeg(bytes)) {
    context.handBack.push(bytes.buffer);
    return { unread: bytes };
  }
  const header = other?.header ?? checkHeader(file, bytes ? readJpegHeader(bytes) : null, limits);
  const size = other ? other.size : planJpeg(header, limits);
  if (bytes && size?.scale === 1) {
    const blob = strip(bytes, header, limits);
    if (blob) return toPrepared(blob, size, toFacts(header, file.size, 'stripped'), undefined, context.place);
  }
  const decoded = await decodeImage(file, bytes, header, size);
  if (!decoded) return { undecoded: header };
  const { pixels, path } = decoded;
  const facts = toFacts(header, file.size, path);
  return preparePixels({ pixels, facts, orientation: orientationLeft(header, pixels), size, limits }, context);
}
