import type { PreparedImage } from '@stepframe/core';
import { createTestImage } from '@stepframe/sandbox';

let lastWidthPx = 1_280;

/** A picture ready to submit, another one each time unless it is given a width. */
export function createPicture(widthPx: number = (lastWidthPx += 1)): PreparedImage {
  const blob = createTestImage({ widthPx, heightPx: 800 });
  return {
    blob,
    type: 'image/jpeg',
    widthPx,
    heightPx: 800,
    origin: 'file',
    preparation: {
      sourceType: 'image/jpeg',
      sourceWidthPx: widthPx,
      sourceHeightPx: 800,
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
