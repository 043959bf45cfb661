import { type CameraWish, cameraConstraints } from './cameraConstraints.ts';
import { checkCameraSupport } from './checkCameraSupport.ts';
import { chooseLens } from './chooseLens.ts';
import { createCameraError } from './createCameraError.ts';
import { listLenses } from './listLenses.ts';
import { readCameraEnvironment } from './readCameraEnvironment.ts';
import { readCameraPermission } from './readCameraPermission.ts';
import { stopStream } from './stopStream.ts';
import { toCameraError } from './toCameraError.ts';

/** The browser's parts that a camera is asked through. */
export interface CameraDoor {
  /** Default: those of the page at the time of asking. */
  readonly mediaDevices?: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;
  /** Default: those of the page at the time of asking. */
  readonly permissions?: Pick<Permissions, 'query'> | undefined;
}

export interface OpenCameraOptions extends CameraDoor {
  /** Gives up. A prompt cannot be closed by a page; a stream that comes after this is stopped at once. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens the camera that suits the wish best; stop its tracks when done with it.
 *
 * It asks once, and goes down the ladder of `cameraConstraints` only where a camera does not fit or does not start. With a
 * permission that is already there the lens is chosen before asking; without one, labels and capabilities are known only
 * afterwards, and a lens that is clearly wrong (infrared, ultra-wide) is exchanged where that cannot prompt again.
 *
 * @throws CameraError why there is none. The signal's reason when it was aborted.
 */
export async function openCamera(wish: CameraWish, options: OpenCameraOptions = {}): Promise<MediaStream> {
  const { signal, permissions = globalThis.navigator?.permissions } = options;
  const environment = { ...readCameraEnvironment(), ...(options.mediaDevices && { hasCameraApi: true }) };
  const unsupported = checkCameraSupport(environment);
  if (unsupported) throw unsupported;
  const { mediaDevices = globalThis.navigator.mediaDevices } = options;

  const ask = async (wanted: CameraWish): Promise<MediaStream> => {
    const ladder = cameraConstraints(wanted);
    for (const [rung, constraints] of ladder.entries()) {
      // Under StrictMode a camera is wanted, given up and wanted again at once: the first wish ends here, before the question.
      signal?.throwIfAborted();
      try {
        const stream = await mediaDevices.getUserMedia(constraints);
        if (signal?.aborted) stopStream(stream);
        else return stream;
      } catch (cause) {
        signal?.throwIfAborted();
        const permission = (await readCameraPermission(permissions))?.state;
        const error = toCameraError(cause, environment, permission);
        // Where the browser would ask the person again, a camera that is in use is told at once.
        const isWorthLess = error.code === 'camera/overconstrained' || (error.code === 'camera/in-use' && permission !== 'prompt');
        if (!isWorthLess) throw error;
        // Any camera at all was asked for last: where not even that can be met there is none (so says WebKitGTK 2.50).
        if (rung === ladder.length - 1)
          throw error.code === 'camera/overconstrained' ? createCameraError('camera/not-found', cause) : error;
      }
    }
    signal?.throwIfAborted();
    throw toCameraError(undefined, environment);
  };

  // Never without waiting, so that a wish that is taken back at once asks nobody.
  const lenses = await listLenses(mediaDevices);
  // Ids are empty before permission; once there are some, a camera that is not among them is gone.
  const isGone = lenses.some(({ deviceId }) => deviceId !== '') && !lenses.some(({ deviceId }) => deviceId === wish.deviceId);
  if (wish.deviceId && !isGone) return ask(wish);
  const early = chooseLens(lenses, wish.facing);
  const stream = await ask({ ...wish, deviceId: early?.deviceId });
  const track = stream.getVideoTracks()[0];
  const better = early ? null : chooseLens(await listLenses(mediaDevices, track), wish.facing, track?.getSettings().deviceId);
  if (!better || signal?.aborted || (await readCameraPermission(permissions))?.state !== 'granted') {
    if (signal?.aborted) stopStream(stream);
    signal?.throwIfAborted();
    return stream;
  }
  // Phones open one camera at a time.
  stopStream(stream);
  return ask({ ...wish, deviceId: better.deviceId });
}
