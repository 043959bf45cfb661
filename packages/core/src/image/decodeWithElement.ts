import imageCompression from 'browser-image-compression';

/**
 * Decodes a file through an image element, for browsers without `createImageBitmap` or whose bitmaps end at some size.
 *
 * The result is opaque on white and may be smaller than the source, where a canvas of its size is too large for the
 * browser. Loaded on demand, because few browsers need it; no worker, so nothing is fetched from elsewhere.
 */
export async function decodeWithElement(file: Blob): Promise<HTMLCanvasElement | OffscreenCanvas> {
  const [source, canvas] = await imageCompression.drawFileInCanvas(new File([file], 'picture', { type: file.type }), {
    fileType: 'image/jpeg',
    useWebWorker: false,
  });
  if ('close' in source) source.close();
  return canvas;
}
