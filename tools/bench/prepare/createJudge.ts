import sharp, { type Sharp } from 'sharp';
import type { Photo } from '../harness/makePhotos.ts';
import { type Luma, measureSsim } from '../harness/measureSsim.ts';

/** What a contestant's result is worth. */
export interface Verdict {
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Taller than wide, as the photo was seen; by its pixels or by a tag of its own. */
  readonly isUpright: boolean;
  /** Holds no EXIF but, at most, an orientation. */
  readonly isClean: boolean;
  /** Likeness of the brightness to sharp's lanczos3 at the same size. */
  readonly ssim: number;
}

/** A judge that remembers its references. */
export interface Judge {
  readonly judge: (photo: Photo, output: Buffer) => Promise<Verdict>;
}

/** The longest EXIF segment that holds an orientation and nothing else. */
const orientationExifBytes = 40;

/** Looks at results with sharp, never with the code that is measured. */
export function createJudge(): Judge {
  const references = new Map<string, Promise<Luma>>();
  const drawReference = async ({ jpeg }: Photo, width: number, height: number): Promise<Luma> => {
    // Through raw pixels: sharp would else let the decoder do a part of the scaling.
    const { data, info } = await sharp(jpeg).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return readLuma(sharp(data, { raw }).resize(width, height, { kernel: 'lanczos3', fit: 'fill' }));
  };
  return {
    judge: async (photo, output) => {
      const { exif, orientation = 1, autoOrient } = await sharp(output).metadata();
      const luma = await readLuma(sharp(output).autoOrient());
      const key = `${photo.name} ${luma.widthPx} ${luma.heightPx}`;
      const reference = references.get(key) ?? drawReference(photo, luma.widthPx, luma.heightPx);
      references.set(key, reference);
      const ssim = measureSsim(luma, await reference);
      return {
        bytes: output.length,
        widthPx: autoOrient.width,
        heightPx: autoOrient.height,
        // A picture that lies on its other side has the same shape and is not alike.
        isUpright: autoOrient.height > autoOrient.width && ssim > 0.5,
        isClean: exif === undefined || (exif.length <= orientationExifBytes && orientation > 0),
        ssim,
      };
    },
  };
}

async function readLuma(picture: Sharp): Promise<Luma> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const luma = new Uint8Array(info.width * info.height);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 3) {
    luma[pixel] = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
  }
  return { data: luma, widthPx: info.width, heightPx: info.height };
}
