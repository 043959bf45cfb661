/**
 * Whether a bitmap shows nothing at all. Between two frames WebKit's video has none now and then, and gives a clear one in its place (seen in
 * WebKitGTK 2.50, under load). A camera has no transparency, so one pixel tells.
 */
export function isBlank(bitmap: ImageBitmap): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, 1, 1).data[3] === 0;
}
