import type { PreparedImage } from '../contract/preparedImage.ts';
import type { GrabbedFrame } from '../frame/grabFrame.ts';
import { type CaptureWorkerLease, leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import type { ImageDecoders } from './decodeElsewhere.ts';
import type { ImageLimits } from './imageLimits.ts';
import type { PreparedPixels } from './preparePixels.ts';

export interface PrepareImageOptions {
  /** Limits that differ from `defaultImageLimits`. */
  readonly limits?: Partial<ImageLimits> | undefined;
  /** Default: `camera` for a frame, `file` for a Blob. */
  readonly origin?: PreparedImage['origin'] | undefined;
  /** Decoders for types that the browser itself may not decode. Default: none. */
  readonly decoders?: ImageDecoders | undefined;
  /** Ends the work at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

type Run = CaptureWorkerLease['run'];

async function prepareFrame({ pixels: frame }: GrabbedFrame, run: Run, { limits, signal }: PrepareImageOptions): Promise<PreparedPixels> {
  // Both refer to the same pixels: ours is given away, the caller's stays open.
  const pixels = 'clone' in frame ? frame.clone() : await createImageBitmap(frame);
  return run('preparePixels', { pixels, limits }, [pixels], signal);
}

async function prepareBlob(file: Blob, run: Run, options: PrepareImageOptions): Promise<PreparedPixels> {
  const prepared = await run('prepareFile', { file, limits: options.limits }, [], options.signal);
  if ('blob' in prepared) return prepared;
  return import('./prepareOther.ts').then((module) => module.prepareOther(file, prepared, run, options));
}

/**
 * Makes a picture ready to submit: upright, inside the limits, opaque on white, JPEG, without any metadata.
 *
 * The work is done in the shared capture worker, on the main thread only where none starts (`preparation.place`). Hold a lease of
 * `leaseCaptureWorker` while pictures are about to come, so that it is warm.
 *
 * A JPEG inside the limits keeps its pixels and loses its metadata; anything else is decoded once, drawn once and encoded, as JPEG.
 * Quality is lowered before size, and only when `maxBytes` demands it. A grabbed frame stays open: whoever grabbed it closes it.
 *
 * @throws ImageError with the code that tells why the source cannot be used, or the reason of `signal`.
 */
export async function prepareImage(source: Blob | GrabbedFrame, options: PrepareImageOptions = {}): Promise<PreparedImage> {
  const begunAt = performance.now();
  const isFile = source instanceof Blob;
  const { run, release } = leaseCaptureWorker();
  try {
    const prepared = await (isFile ? prepareBlob(source, run, options) : prepareFrame(source, run, options));
    const preparation = { ...prepared.preparation, durationMs: Math.round(performance.now() - begunAt) };
    return { ...prepared, origin: options.origin ?? (isFile ? 'file' : 'camera'), preparation };
  } finally {
    release();
  }
}
