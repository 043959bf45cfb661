/** Of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;
export type Color = readonly [red: number, green: number, blue: number];

export const red: Color = [220, 30, 30];
export const green: Color = [30, 200, 30];
export const blue: Color = [30, 30, 220];
export const yellow: Color = [230, 220, 30];
export const white: Color = [255, 255, 255];
/** The upright picture: red and green on top, blue and yellow below. */
export const upright: readonly Color[] = [red, green, blue, yellow];

/** How a camera stores that picture for each orientation: top left, top right, bottom left, bottom right. Source: Exif 2.32, 4.6.4. */
export const storedAs: Record<number, readonly Color[]> = {
  1: [red, green, blue, yellow],
  2: [green, red, yellow, blue],
  3: [yellow, blue, green, red],
  4: [blue, yellow, red, green],
  5: [red, blue, green, yellow],
  6: [green, yellow, red, blue],
  7: [yellow, green, blue, red],
  8: [blue, red, yellow, green],
};

/** Four quarters: top left, top right, bottom left, bottom right; transparent where there is no colour. */
export function paint(width: number, height: number, colors: readonly (Color | undefined)[]): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  colors.forEach((color, index) => {
    if (!context || !color) return;
    context.fillStyle = `rgb(${color.join(' ')})`;
    context.fillRect((index % 2) * (width / 2), Math.floor(index / 2) * (height / 2), width / 2, height / 2);
  });
  return canvas;
}

/** Noise, which compresses badly. */
export function paintNoise(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(width, height);
  let seed = 7;
  for (let index = 0; index < pixels.data.length; index += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    pixels.data[index] = index % 4 === 3 ? 255 : 96 + (seed >>> 26);
  }
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}

export const encodeCanvas = async (canvas: OffscreenCanvas, type = 'image/jpeg', quality = 0.95): Promise<Bytes> =>
  new Uint8Array(await (await canvas.convertToBlob({ type, quality })).arrayBuffer());
export const toFile = (bytes: Bytes, type = 'image/jpeg'): File => new File([bytes], 'photo', { type });
export const join = (...parts: readonly (Bytes | readonly number[])[]): Bytes => new Uint8Array(parts.flatMap((part) => Array.from(part)));
export const text = (value: string): number[] => [...new TextEncoder().encode(value)];
export const big = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => (value >>> (8 * (length - 1 - index))) & 255);
const little = (value: number, length: number) => big(value, length).toReversed();

/** EXIF data with an orientation and a GPS position. */
function exif(orientation: number): number[] {
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  return [
    text('MM\0\u002a\0\0\0\u0008'),
    big(2, 2),
    [big(0x0112, 2), big(3, 2), big(1, 4), big(orientation, 2), big(0, 2)].flat(),
    [big(0x8825, 2), big(4, 2), big(1, 4), big(gpsAt, 4)].flat(),
    big(0, 4),
    [big(1, 2), big(1, 2), big(2, 2), big(2, 4), text('N\0\0\0')].flat(),
    big(0, 4),
  ].flat();
}

export function withJpegExif(jpeg: Bytes, orientation: number): Bytes {
  const data = [...text('Exif\0\0'), ...exif(orientation)];
  return join(jpeg.slice(0, 2), [0xff, 0xe1, ...big(data.length + 2, 2), ...data], jpeg.slice(2));
}

export function withPngExif(png: Bytes, orientation: number): Bytes {
  const body = [...text('eXIf'), ...exif(orientation)];
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc % 2 === 0 ? 0 : 0xedb88320);
  }
  const afterHeader = 8 + 25;
  return join(png.slice(0, afterHeader), big(body.length - 4, 4), body, big(~crc >>> 0, 4), png.slice(afterHeader));
}

export function withWebpExif(webp: Bytes, orientation: number, width: number, height: number): Bytes {
  const data = exif(orientation);
  // Chromium writes the extended form by itself when it adds a colour profile.
  const isExtended = webp[15] === 'X'.codePointAt(0);
  const header = isExtended
    ? webp.slice(12, 30)
    : [...text('VP8X'), ...little(10, 4), 0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)];
  const chunks = join(header, webp.slice(isExtended ? 30 : 12), text('EXIF'), little(data.length, 4), data);
  const hasExif = 8;
  chunks[8] = (chunks[8] ?? 0) | hasExif;
  return join(text('RIFF'), little(chunks.length + 4, 4), text('WEBP'), chunks);
}
