import type { CaptureWorkerLease } from '../worker/leaseCaptureWorker.ts';
import { toTaskError } from '../worker/toTaskError.ts';
import { checkHeader } from './checkHeader.ts';
import type { ImageFault } from './createFault.ts';
import { decodeElsewhere, type ImageDecoders } from './decodeElsewhere.ts';
import { type FittedSize, fitWithin } from './fitWithin.ts';
import type { ImageHeader } from './imageHeader.ts';
import { defaultImageLimits, type ImageLimits, maxCanvasPixels } from './imageLimits.ts';
import type { OtherFile, PreparedFile } from './prepareFile.ts';
import type { PreparedPixels } from './preparePixels.ts';
import { readImageHeader } from './readImageHeader.ts';
import { turnSides } from './uprightTransform.ts';

/** AVIF and HEIC turn by means of their own, so which side is the width is known only once they are decoded. */
function planOther({ type, widthPx, heightPx, orientation }: ImageHeader, { maxEdgePx }: ImageLimits): FittedSize | undefined {
  if (!widthPx || !heightPx || type === 'image/avif' || type === 'image/heic') return undefined;
  return fitWithin(...turnSides(orientation, widthPx, heightPx), maxEdgePx, maxCanvasPixels);
}

function inspect(file: Blob, bytes: Uint8Array, changed: Partial<ImageLimits> | undefined): OtherFile {
  const limits = { ...defaultImageLimits, ...changed };
  try {
    const header = checkHeader(file, readImageHeader(bytes), limits);
    return { header, size: planOther(header, limits) };
  } catch (fault) {
    throw toTaskError(fault as ImageFault);
  }
}

export interface OtherOptions {
  readonly limits?: Partial<ImageLimits> | undefined;
  readonly decoders?: ImageDecoders | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Goes on where the worker could not: files that are no JPEG, and files that it does not decode. Loaded with the first of them.
 *
 * @throws ImageError with the code that tells why the file cannot be used.
 */
export async function prepareOther(
  file: Blob,
  prepared: PreparedFile,
  run: CaptureWorkerLease['run'],
  options: OtherOptions,
): Promise<PreparedPixels> {
  const { limits, decoders, signal } = options;
  signal?.throwIfAborted();
  if ('unread' in prepared) {
    const other = inspect(file, prepared.unread, limits);
    return prepareOther(file, await run('prepareFile', { file, limits, other }, [], signal), run, options);
  }
  if (!('undecoded' in prepared)) return prepared;
  const { pixels, facts, orientation } = await decodeElsewhere(file, prepared.undecoded, decoders);
  // A canvas cannot be sent; its task runs here.
  return run('preparePixels', { pixels, facts, orientation, limits }, 'close' in pixels ? [pixels] : [], signal);
}
