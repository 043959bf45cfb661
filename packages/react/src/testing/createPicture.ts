import type { PreparedImage } from '@stepframe/core';
import { createTestImage } from '@stepframe/sandbox';

/** A picture ready to submit; different widths make pictures that can be told apart. */
export function createPicture(widthPx = 1280): PreparedImage {
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
