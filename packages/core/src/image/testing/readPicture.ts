import { blue, type Color, green, red, white, yellow } from './createPhoto.ts';

interface Picture {
  readonly blob: Blob;
}

/** The colours in the middle of the four quarters; one that JPEG has changed a little is given as it was painted. */
export async function readQuarters({ blob }: Picture): Promise<Color[]> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return [0, 1, 2, 3].map((index) => {
    const x = Math.floor(width * (index % 2 === 0 ? 0.25 : 0.75));
    const y = Math.floor(height * (index < 2 ? 0.25 : 0.75));
    const [r = 0, g = 0, b = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
    const isNear = (color: Color) => Math.max(Math.abs(color[0] - r), Math.abs(color[1] - g), Math.abs(color[2] - b)) <= 8;
    return [red, green, blue, yellow, white].find(isNear) ?? [r, g, b];
  });
}

/** The first FF that neither a 00 nor a restart follows. */
function findScanEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.findIndex((byte, at) => at >= from && byte === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1] ?? 0) >> 3 !== 26);
  return end < 0 ? bytes.length : end;
}

/**
 * All that a JPEG holds besides its pixels: application segments and comments by the word they begin with, and `trailer` for bytes
 * after its end.
 */
export async function readExtras({ blob }: Picture): Promise<string[]> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const words: string[] = [];
  let at = 2;
  while (bytes[at + 1] !== 0xd9 && at < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xe0) words.push(new TextDecoder().decode(bytes.slice(at + 4, at + 20)).replace(/\W.*/s, ''));
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker === 0xda) at = findScanEnd(bytes, at);
  }
  if (at + 2 !== bytes.length) words.push('trailer');
  return words;
}
