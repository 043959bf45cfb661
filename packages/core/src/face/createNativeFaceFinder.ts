import type { FaceFinder } from './FaceFinder.ts';

/** As far as it is used. Source: https://wicg.github.io/shape-detection-api/#face-detection-api */
interface NativeDetector {
  detect(pixels: ImageBitmapSource): Promise<readonly { readonly boundingBox: DOMRectReadOnly }[]>;
}

type NativeDetectorClass = new (options: { maxDetectedFaces: number; fastMode: boolean }) => NativeDetector;

/** One more than may be there, and some for people in the background. */
const maxDetectedFaces = 5;

function readDetector(scope: object): NativeDetectorClass | undefined {
  return 'FaceDetector' in scope && typeof scope.FaceDetector === 'function' ? (scope.FaceDetector as NativeDetectorClass) : undefined;
}

/**
 * Makes a face finder of the browser's own `FaceDetector`, which costs no download.
 *
 * Chromium has it on some systems only, and there behind a flag at the time of writing; Safari and Firefox have none.
 *
 * @param scope where to look for `FaceDetector`; `globalThis` by default.
 * @returns `null` where the browser has none, or where its service does not start.
 */
export function createNativeFaceFinder(scope: object = globalThis): FaceFinder | null {
  const Detector = readDetector(scope);
  if (!Detector) return null;
  try {
    const detector = new Detector({ maxDetectedFaces, fastMode: true });
    return {
      find: async (pixels) => (await detector.detect(pixels)).map(({ boundingBox: { x, y, width, height } }) => ({ x, y, width, height })),
      // The browser's detector holds nothing that can be given back.
      close: () => undefined,
    };
  } catch {
    return null;
  }
}
