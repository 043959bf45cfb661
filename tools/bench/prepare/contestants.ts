import { prepareImage } from '@stepframe/core/capture';
import compressWithBic from 'browser-image-compression';
import Compressor from 'compressorjs';
import { Pica } from 'pica';
import { bicLibraryPath, type ContestantId, quality, type Task } from './tasks.ts';

/** One way to make a photo small in a browser. */
export type Contestant = (photo: File, task: Task) => Promise<Blob>;

const type = 'image/jpeg';
const pica = new Pica();

/** Everyone who runs in the page. Each is used as its own documentation has it, with the same quality and limits. */
export const contestants: Readonly<Record<Exclude<ContestantId, 'sharp'>, Contestant>> = {
  ours: async (photo, { maxEdgePx, maxBytes, keepOrientationTag = false }) =>
    (await prepareImage(photo, { limits: { maxEdgePx, maxBytes, quality, keepOrientationTag } })).blob,

  bic: (photo, task) => compressWithBic(photo, { ...bicOptions(task), useWebWorker: false }),
  'bic-worker': (photo, task) =>
    compressWithBic(photo, { ...bicOptions(task), useWebWorker: true, libURL: location.origin + bicLibraryPath }),

  compressorjs: async (photo, task) => {
    let blob = await compress(photo, task.maxEdgePx, quality);
    // It has no limit of bytes; this is the loop its users write.
    for (let lower = quality - 0.1; blob.size > task.maxBytes && lower > 0; lower -= 0.1) {
      blob = await compress(photo, task.maxEdgePx, lower);
    }
    return blob;
  },

  pica: async (photo, { maxEdgePx }) => {
    const bitmap = await createImageBitmap(photo);
    try {
      const canvas = createCanvas(bitmap.width, bitmap.height, maxEdgePx);
      await pica.resize(bitmap, canvas);
      return await pica.toBlob(canvas, type, quality);
    } finally {
      bitmap.close();
    }
  },

  canvas: async (photo, { maxEdgePx }) => {
    const url = URL.createObjectURL(photo);
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = createCanvas(image.naturalWidth, image.naturalHeight, maxEdgePx);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('The browser gave no canvas.');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise<Blob>((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), type, quality);
      });
    } finally {
      URL.revokeObjectURL(url);
    }
  },
};

function bicOptions({ maxEdgePx, maxBytes }: Task) {
  return { maxWidthOrHeight: maxEdgePx, maxSizeMB: maxBytes / 2 ** 20, initialQuality: quality, fileType: type };
}

function compress(photo: File, maxEdgePx: number, at: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    // `strict` would hand back the source, with its metadata, where the result is no smaller.
    const options = { quality: at, maxWidth: maxEdgePx, maxHeight: maxEdgePx, strict: false, success: resolve, error: reject };
    return new Compressor(photo, options);
  });
}

function createCanvas(widthPx: number, heightPx: number, maxEdgePx: number): HTMLCanvasElement {
  const scale = Math.min(1, maxEdgePx / Math.max(widthPx, heightPx));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * scale);
  canvas.height = Math.round(heightPx * scale);
  return canvas;
}
