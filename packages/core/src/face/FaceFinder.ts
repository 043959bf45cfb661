import type { Box } from '../quality/frameReport.ts';

/** What a face finder looks at: a frame at its own size, or a picture. */
export type FacePixels = VideoFrame | ImageBitmap | HTMLVideoElement | HTMLCanvasElement | OffscreenCanvas;

/**
 * Finds faces; the seat for any detector. The core brings the browser's own (`createNativeFaceFinder`), and
 * `@stepframe/core/mediapipe` one that runs everywhere.
 *
 * Whoever creates it closes it. `watchFrames` asks it a few times a second, one picture at a time, and does not wait for it.
 */
export interface FaceFinder {
  /** Faces in pixels of the picture, upright, from its top left corner, in any order. The picture stays the caller's: it closes it. */
  find(pixels: FacePixels): Promise<readonly Box[]>;
  /** Frees what it holds. What is asked afterwards may reject. */
  close(): void;
}
