import type { PreparedImage } from '@stepframe/core';
import { createTestImage } from '@stepframe/sandbox';

const heightPx = 200;
let pictures = 0;

/** A picture ready to submit, another one each of four thousand times unless it is given a width. */
export function createPicture(widthPx: number = 300 + ((pictures += 1) % 4_000)): PreparedImage {
  const blob = createTestImage({ widthPx, heightPx });
  return {
    blob,
    type: 'image/jpeg',
    widthPx,
    heightPx,
    origin: 'file',
    preparation: {
      sourceType: 'image/jpeg',
      sourceWidthPx: widthPx,
      sourceHeightPx: heightPx,
      sourceBytes: blob.size,
      orientation: 1,
      path: 'decoded',
      scale: 1,
      quality: 0.9,
      durationMs: 120,
      place: 'worker',
    },
  };
}
