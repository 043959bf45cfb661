import sharp from 'sharp';
import type { FramePlanes } from '../../packages/core/src/frame/framePlanes.ts';

/**
 * Decodes a picture to the planes a camera would give: upright, luma at full size, chroma at half of it (I420),
 * by the full-range BT.601 matrix of JFIF.
 */
export async function decodePlanes(picture: string | Buffer): Promise<FramePlanes> {
  const { data, info } = await sharp(picture).rotate().removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const luma = new Uint8Array(width * height);
  const chromaWidth = Math.ceil(width / 2);
  const chromaHeight = Math.ceil(height / 2);
  const cb = new Uint8Array(chromaWidth * chromaHeight);
  const cr = new Uint8Array(chromaWidth * chromaHeight);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      luma[y * width + x] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      if ((x | y) & 1) continue;
      const chroma = (y >> 1) * chromaWidth + (x >> 1);
      cb[chroma] = Math.max(0, Math.min(255, Math.round(128 - 0.168736 * r - 0.331264 * g + 0.5 * b)));
      cr[chroma] = Math.max(0, Math.min(255, Math.round(128 + 0.5 * r - 0.418688 * g - 0.081312 * b)));
    }
  }
  return {
    widthPx: width,
    heightPx: height,
    luma,
    stride: width,
    range: 'full',
    chroma: { widthPx: chromaWidth, heightPx: chromaHeight, stride: chromaWidth, step: 1, cb, cr },
    frameWidthPx: width,
    frameHeightPx: height,
  };
}
