import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { readSides } from '../frame/readSides.ts';
import { fitWithin } from '../image/fitWithin.ts';
import { addNormalization } from './addNormalization.ts';
import type { FaceFinder } from './FaceFinder.ts';

export interface MediaPipeFaceFinderOptions {
  /** Where the files of `@mediapipe/tasks-vision`'s folder `wasm` are served, without a slash at the end. Serve them yourself. */
  readonly wasmPath: string;
  /** Where a face detection model is served: `face_detection_short_range.tflite` of the package `@mediapipe/face_detection`. */
  readonly modelPath: string;
  /** How sure it must be of a face, 0 to 1. Default: 0.5. */
  readonly minConfidence?: number | undefined;
  /** Default: `CPU`, which takes about 10 ms of the main thread for a picture and never waits for a graphics card. */
  readonly delegate?: 'CPU' | 'GPU' | undefined;
  /** To load the model with; the page's own by default. */
  readonly fetch?: ((address: string) => Promise<Response>) | undefined;
}

/** The model looks at 128 pixels; more are for the edges of the faces. */
const maxEdgePx = 320;

async function loadModel(address: string, fetch: (address: string) => Promise<Response>): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The model answered with status ${response.status}.`);
  return addNormalization(new Uint8Array(await response.arrayBuffer()));
}

/**
 * Makes a face finder of MediaPipe's face detector, for browsers without a `FaceDetector` of their own. It loads about 4 MB
 * (compressed) when it is called and nothing before; it asks nobody but the two addresses it is given.
 *
 * The package `@mediapipe/tasks-vision` has to be installed beside this one. The page needs WebAssembly (`'wasm-unsafe-eval'`
 * in its Content-Security-Policy) and WebGL.
 *
 * @throws ConfigurationError when the package, its files or the model cannot be loaded.
 */
export async function createMediaPipeFaceFinder(options: MediaPipeFaceFinderOptions): Promise<FaceFinder> {
  const { wasmPath, modelPath, minConfidence = 0.5, delegate = 'CPU', fetch = (address) => globalThis.fetch(address) } = options;
  try {
    const [{ FaceDetector, FilesetResolver }, modelAssetBuffer] = await Promise.all([
      import('@mediapipe/tasks-vision'),
      loadModel(modelPath, fetch),
    ]);
    const detector = await FaceDetector.createFromOptions(await FilesetResolver.forVisionTasks(wasmPath), {
      baseOptions: { modelAssetBuffer, delegate },
      runningMode: 'IMAGE',
      minDetectionConfidence: minConfidence,
    });
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { alpha: false });
    return {
      find: async (pixels) => {
        const { widthPx, heightPx } = readSides(pixels);
        const small = fitWithin(widthPx, heightPx, maxEdgePx);
        canvas.width = small.widthPx;
        canvas.height = small.heightPx;
        context?.drawImage(pixels, 0, 0, small.widthPx, small.heightPx);
        const toFrame = widthPx / small.widthPx;
        return detector.detect(canvas).detections.flatMap(({ boundingBox: box }) => {
          if (!box) return [];
          return { x: box.originX * toFrame, y: box.originY * toFrame, width: box.width * toFrame, height: box.height * toFrame };
        });
      },
      close: () => {
        detector.close();
        canvas.width = canvas.height = 0;
      },
    };
  } catch (cause) {
    throw new ConfigurationError(
      'The face finder did not start, so faces are not looked for. Check that @mediapipe/tasks-vision is installed, and that `wasmPath` and `modelPath` are served.',
      { cause },
    );
  }
}
