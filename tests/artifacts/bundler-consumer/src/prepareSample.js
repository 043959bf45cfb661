import { prepareImage } from '@stepframe/core/capture';

/** Draws a photograph's worth of pixels, red at the left and blue at the right. */
async function drawSample() {
  const canvas = new OffscreenCanvas(4032, 3024);
  const context = canvas.getContext('2d');
  context.fillStyle = '#d02020';
  context.fillRect(0, 0, 2016, 3024);
  context.fillStyle = '#2020d0';
  context.fillRect(2016, 0, 2016, 3024);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

async function readColours(blob) {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const look = (x) => [...context.getImageData(Math.round(canvas.width * x), canvas.height >> 1, 1, 1).data.subarray(0, 3)];
  return [look(0.25), look(0.75)];
}

/** Prepares a picture and tells what came of it. */
export async function prepareSample() {
  const { blob, type, widthPx, heightPx, preparation } = await prepareImage(await drawSample());
  return { type, widthPx, heightPx, bytes: blob.size, colours: await readColours(blob), preparation };
}
