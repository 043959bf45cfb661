import { createPlaneReader, type PlaneSource } from './createPlaneReader.ts';
import type { FramePlanes } from './framePlanes.ts';

/**
 * Reads the planes of one picture: upright, never mirrored. The picture stays open.
 *
 * For frame after frame use `createPlaneReader`, which keeps its buffers, or `watchFrames`, which does it all.
 *
 * @throws ImageError `image/canvas-unavailable`; what the browser throws for a picture that is closed.
 */
export async function readPlanes(pixels: PlaneSource): Promise<FramePlanes> {
  const reader = createPlaneReader();
  try {
    return await reader.read(pixels);
  } finally {
    reader.close();
  }
}
