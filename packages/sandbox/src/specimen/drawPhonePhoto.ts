import { createLayer } from './createLayer.ts';
import type { ExifOrientation, ExifPosition } from './exifSegment.ts';
import { drawScene, type SceneName } from './drawScene.ts';
import { withExif } from './withExif.ts';

export interface PhonePhotoOptions {
  readonly kind: SceneName;
  /** Width as it is shown, upright. 1080 by default. */
  readonly widthPx?: number;
  /** Height as it is shown, upright. 1920 by default. */
  readonly heightPx?: number;
  /** 6 by default, which is what a phone held upright writes. */
  readonly orientation?: ExifOrientation;
  /** 0, 0 by default, so that a test can see whether the position is taken out. `null` for none. */
  readonly gps?: ExifPosition | null;
  /** JPEG quality, 0 to 1. 0.9 by default. */
  readonly quality?: number;
  /** `specimen-<kind>-photo.jpg` by default. */
  readonly name?: string;
}

/** The affine map from the upright picture (width w, height h) to the stored one, by orientation. */
const toStored: Record<ExifOrientation, (w: number, h: number) => readonly [number, number, number, number, number, number]> = {
  1: () => [1, 0, 0, 1, 0, 0],
  2: (w) => [-1, 0, 0, 1, w, 0],
  3: (w, h) => [-1, 0, 0, -1, w, h],
  4: (_w, h) => [1, 0, 0, -1, 0, h],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (w) => [0, -1, 1, 0, 0, w],
  7: (w, h) => [0, -1, -1, 0, h, w],
  8: (_w, h) => [0, 1, -1, 0, h, 0],
};

/**
 * Draws a specimen as a phone's photo: the pixels lie as the sensor saw them, EXIF says how to turn them and where it
 * was taken. A reader that heeds the orientation sees it upright, `widthPx` by `heightPx`.
 */
export async function drawPhonePhoto(options: PhonePhotoOptions): Promise<File> {
  const { kind, widthPx = 1080, heightPx = 1920, orientation = 6, quality = 0.9 } = options;
  const gps = options.gps === undefined ? { latitude: 0, longitude: 0 } : (options.gps ?? undefined);
  const upright = createLayer(widthPx, heightPx);
  drawScene(upright.context, { scene: kind, widthPx, heightPx });
  const stored = orientation >= 5 ? createLayer(heightPx, widthPx) : createLayer(widthPx, heightPx);
  stored.context.setTransform(...toStored[orientation](widthPx, heightPx));
  stored.context.drawImage(upright.canvas, 0, 0);
  const jpeg = await stored.canvas.convertToBlob({ type: 'image/jpeg', quality });
  const photo = await withExif(jpeg, { orientation, gps });
  return new File([photo], options.name ?? `specimen-${kind}-photo.jpg`, { type: 'image/jpeg' });
}
