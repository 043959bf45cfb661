import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GrabbedFrame } from '../frame/grabFrame.ts';
import type { PreparedImage } from '../contract/preparedImage.ts';
import { prepareImage } from './prepareImage.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Color = readonly [red: number, green: number, blue: number];

const red: Color = [220, 30, 30];
const green: Color = [30, 200, 30];
const blue: Color = [30, 30, 220];
const yellow: Color = [230, 220, 30];
const white: Color = [255, 255, 255];
/** The upright picture: red and green on top, blue and yellow below. */
const upright = [red, green, blue, yellow];

/** How a camera stores that picture for each orientation: top left, top right, bottom left, bottom right. Source: Exif 2.32, 4.6.4. */
const storedAs: Record<number, readonly Color[]> = {
  1: [red, green, blue, yellow],
  2: [green, red, yellow, blue],
  3: [yellow, blue, green, red],
  4: [blue, yellow, red, green],
  5: [red, blue, green, yellow],
  6: [green, yellow, red, blue],
  7: [yellow, green, blue, red],
  8: [blue, red, yellow, green],
};

function paint(width: number, height: number, colors: readonly (Color | undefined)[]): OffscreenCanvas {
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
function paintNoise(width: number, height: number): OffscreenCanvas {
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

const encode = async (canvas: OffscreenCanvas, type = 'image/jpeg'): Promise<Bytes> =>
  new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.95 })).arrayBuffer());
const toFile = (bytes: Bytes, type = 'image/jpeg') => new File([bytes], 'photo', { type });
const join = (...parts: readonly (Bytes | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => Array.from(part)));
const text = (value: string) => [...new TextEncoder().encode(value)];
const big = (value: number, length: number) => Array.from({ length }, (_, index) => (value >>> (8 * (length - 1 - index))) & 255);
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

function withJpegExif(jpeg: Bytes, orientation: number): Bytes {
  const data = [...text('Exif\0\0'), ...exif(orientation)];
  return join(jpeg.slice(0, 2), [0xff, 0xe1, ...big(data.length + 2, 2), ...data], jpeg.slice(2));
}

function withPngExif(png: Bytes, orientation: number): Bytes {
  const body = [...text('eXIf'), ...exif(orientation)];
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc % 2 === 0 ? 0 : 0xedb88320);
  }
  const afterHeader = 8 + 25;
  return join(png.slice(0, afterHeader), big(body.length - 4, 4), body, big(~crc >>> 0, 4), png.slice(afterHeader));
}

function withWebpExif(webp: Bytes, orientation: number, width: number, height: number): Bytes {
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

/** The colours in the middle of the four quarters; one that JPEG has changed a little is given as it was painted. */
async function readQuarters({ blob }: PreparedImage): Promise<Color[]> {
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

/** The application segments and comments before the scan, by the word they begin with. */
async function readSegments({ blob }: PreparedImage): Promise<string[]> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const words: string[] = [];
  for (let at = 2; bytes[at + 1] !== 0xda; at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xe0) words.push(new TextDecoder().decode(bytes.slice(at + 4, at + 20)).replace(/\W.*/s, ''));
  }
  return words;
}

const toFrame = (pixels: GrabbedFrame['pixels'], widthPx: number, heightPx: number): GrabbedFrame => ({
  pixels,
  widthPx,
  heightPx,
  close: () => pixels.close(),
});

const refusal = (code: string, details = {}) =>
  expect.objectContaining({ name: 'ImageError', code, details: expect.objectContaining(details) });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('prepareImage', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a JPEG of orientation %i upright, once, and drops its metadata', async (orientation) => {
    const [width, height] = orientation > 4 ? [400, 640] : [640, 400];
    const jpeg = await encode(paint(width, height, storedAs[orientation] ?? []));
    const prepared = await prepareImage(toFile(withJpegExif(jpeg, orientation)));

    expect(prepared).toMatchObject({ type: 'image/jpeg', widthPx: 640, heightPx: 400, origin: 'file' });
    expect(prepared.blob.type).toBe('image/jpeg');
    expect(prepared.preparation).toEqual({
      sourceType: 'image/jpeg',
      sourceWidthPx: width,
      sourceHeightPx: height,
      sourceBytes: jpeg.length + 4 + 6 + exif(1).length,
      orientation,
      scale: 1,
      quality: 0.9,
    });
    expect(await readQuarters(prepared)).toEqual(upright);
    // A colour profile says how to read the colours, and nothing of the person.
    expect(['JFIF', 'ICC_PROFILE']).toEqual(expect.arrayContaining(await readSegments(prepared)));
  });

  it.each([3, 6, 8])('turns a PNG of orientation %i upright', async (orientation) => {
    const [width, height] = orientation > 4 ? [400, 640] : [640, 400];
    const png = await encode(paint(width, height, storedAs[orientation] ?? []), 'image/png');
    const prepared = await prepareImage(toFile(withPngExif(png, orientation), 'image/png'));
    expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { sourceType: 'image/png', orientation } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it.each([3, 5, 6])('turns a WebP of orientation %i upright', async (orientation) => {
    const [width, height] = orientation > 4 ? [400, 640] : [640, 400];
    const webp = await encode(paint(width, height, storedAs[orientation] ?? []), 'image/webp');
    const prepared = await prepareImage(toFile(withWebpExif(webp, orientation, width, height), 'image/webp'));
    expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { sourceType: 'image/webp', orientation } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('does not turn again what the browser has turned by itself', async () => {
    const real = createImageBitmap;
    vi.stubGlobal('createImageBitmap', () => real(paint(640, 400, upright)));
    const file = toFile(withJpegExif(await encode(paint(400, 640, storedAs[6] ?? [])), 6));
    expect(await readQuarters(await prepareImage(file))).toEqual(upright);
  });

  it.each([
    { orientation: 1, width: 2400, height: 1200, size: [1920, 960] },
    { orientation: 6, width: 1200, height: 2400, size: [1920, 960] },
    { orientation: 1, width: 1200, height: 2400, size: [960, 1920] },
  ])('scales $width x $height of orientation $orientation to the longest side', async ({ orientation, width, height, size }) => {
    const jpeg = await encode(paint(width, height, storedAs[orientation] ?? []));
    const prepared = await prepareImage(toFile(withJpegExif(jpeg, orientation)));
    expect([prepared.widthPx, prepared.heightPx]).toEqual(size);
    expect(prepared.preparation).toMatchObject({ scale: 0.8, sourceWidthPx: width, sourceHeightPx: height });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('scales fine detail without aliasing', async () => {
    const canvas = new OffscreenCanvas(3840, 1600);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 3840, 1600);
      context.fillStyle = '#000';
      for (let x = 0; x < 3840; x += 2) context.fillRect(x, 0, 1, 1600);
    }
    const prepared = await prepareImage(toFile(await encode(canvas, 'image/png')), { limits: { maxEdgePx: 1280 } });
    for (const color of await readQuarters(prepared)) expect(Math.abs(color[0] - 127)).toBeLessThan(48);
  });

  it('puts white under transparency', async () => {
    const png = await encode(paint(640, 400, [red, undefined, undefined, yellow]), 'image/png');
    expect(await readQuarters(await prepareImage(toFile(png, 'image/png')))).toEqual([red, white, white, yellow]);
  });

  it('goes by the bytes when name and type are wrong', async () => {
    const jpeg = await encode(paint(640, 400, upright));
    expect(await readQuarters(await prepareImage(toFile(jpeg, 'image/png')))).toEqual(upright);
    expect(await readQuarters(await prepareImage(toFile(jpeg, '')))).toEqual(upright);
  });

  it.each([
    ['0 bytes', [], 'image/empty', {}],
    ['text renamed to .jpg', text('these are words'), 'image/unsupported-type', { type: 'text/plain' }],
    ['a PDF', text('%PDF-1.7\n1 0 obj'), 'image/unsupported-type', { type: 'application/pdf' }],
    [
      'an SVG',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.ran = 1"/>'),
      'image/unsupported-type',
      { type: 'image/svg+xml' },
    ],
    ['a HEIC that does not decode', [...big(24, 4), ...text('ftypheic\0\0\0\0mif1heic')], 'image/unsupported-type', { type: 'image/heic' }],
  ])('refuses %s', async (_what, bytes, code, details) => {
    await expect(prepareImage(toFile(join(bytes)))).rejects.toEqual(refusal(code, details));
    expect('ran' in globalThis).toBe(false);
  });

  it.each([0.3, 0.6, 0.95])('refuses a JPEG cut off at %f of its length', async (share) => {
    const jpeg = await encode(paintNoise(640, 400));
    await expect(prepareImage(toFile(jpeg.slice(0, Math.floor(jpeg.length * share))))).rejects.toEqual(refusal('image/corrupt'));
  });

  it('refuses a cut-off PNG', async () => {
    const png = await encode(paintNoise(640, 400), 'image/png');
    await expect(prepareImage(toFile(png.slice(0, png.length / 2)))).rejects.toEqual(refusal('image/corrupt', { type: 'image/png' }));
  });

  it('refuses a PNG whose header is whole and whose pixels are not', async () => {
    const png = await encode(paintNoise(640, 400), 'image/png');
    png.fill(0, 2000, 4000);
    await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/corrupt', { type: 'image/png' }));
  });

  it('refuses bombs by their headers, before anything is decoded', async () => {
    const decode = vi.fn<typeof createImageBitmap>();
    const png = await encode(paint(64, 64, upright), 'image/png');
    const jpeg = await encode(paint(64, 64, upright));
    png.set([0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0], 16);
    const frameHeader = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0);
    jpeg.set([0xff, 0xdc, 0xff, 0xdc], frameHeader + 5);
    vi.stubGlobal('createImageBitmap', decode);
    await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/too-large', { widthPx: 100_000, heightPx: 100_000 }));
    await expect(prepareImage(toFile(jpeg))).rejects.toEqual(refusal('image/too-large', { widthPx: 65_500 }));
    expect(decode).not.toHaveBeenCalled();
  });

  it('refuses what is too small and takes it when the limit allows', async () => {
    const jpeg = await encode(paint(300, 400, upright));
    await expect(prepareImage(toFile(jpeg))).rejects.toEqual(refusal('image/too-small', { widthPx: 300, limit: 320 }));
    await expect(prepareImage(toFile(jpeg), { limits: { minEdgePx: 300 } })).resolves.toMatchObject({ widthPx: 300 });
  });

  describe('under a byte limit', () => {
    it('lowers quality and keeps the size', async () => {
      const file = toFile(await encode(paintNoise(800, 600)));
      const free = await prepareImage(file);
      const maxBytes = Math.floor(free.blob.size * 0.7);
      const prepared = await prepareImage(file, { limits: { maxBytes } });
      expect(prepared.blob.size).toBeLessThanOrEqual(maxBytes);
      expect(prepared.blob.size).toBeGreaterThan(maxBytes * 0.8);
      expect(prepared).toMatchObject({ widthPx: 800, heightPx: 600, preparation: { scale: 1 } });
      expect(prepared.preparation.quality).toBeLessThan(0.9);
      expect(prepared.preparation.quality).toBeGreaterThanOrEqual(0.5);
    });

    it('makes it smaller when the lowest quality is not enough', async () => {
      const file = toFile(await encode(paintNoise(1600, 1200)));
      const free = await prepareImage(file);
      const maxBytes = Math.floor(free.blob.size * 0.12);
      const prepared = await prepareImage(file, { limits: { maxBytes } });
      expect(prepared.blob.size).toBeLessThanOrEqual(maxBytes);
      expect(prepared.widthPx).toBeLessThan(1600);
      expect(prepared.widthPx / prepared.heightPx).toBeCloseTo(4 / 3, 1);
      expect(prepared.preparation.scale).toBeCloseTo(prepared.widthPx / 1600, 2);
    });

    it('refuses when the smallest size is still too large', async () => {
      const file = toFile(await encode(paintNoise(800, 600)));
      await expect(prepareImage(file, { limits: { maxBytes: 2000 } })).rejects.toEqual(refusal('image/over-byte-limit', { limit: 2000 }));
    });
  });

  describe('with a signal', () => {
    it('does not begin after an abort', async () => {
      const file = toFile(await encode(paint(640, 400, upright)));
      const read = vi.spyOn(file, 'arrayBuffer');
      await expect(prepareImage(file, { signal: AbortSignal.abort('left the page') })).rejects.toBe('left the page');
      expect(read).not.toHaveBeenCalled();
    });

    it('ends while decoding, and closes the bitmap that arrives late', async () => {
      const file = toFile(await encode(paint(640, 400, upright)));
      const abort = new AbortController();
      const real = createImageBitmap;
      const closed = vi.spyOn(ImageBitmap.prototype, 'close');
      vi.stubGlobal('createImageBitmap', (source: Blob) => {
        abort.abort();
        return real(source);
      });
      await expect(prepareImage(file, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
      expect(closed).toHaveBeenCalledTimes(1);
    });
  });

  it('closes every bitmap and empties every canvas, also when it fails', async () => {
    const file = toFile(await encode(paintNoise(2400, 1600)));
    const opened = vi.fn<(bitmap: ImageBitmap) => void>();
    const canvases: OffscreenCanvas[] = [];
    const realBitmap = createImageBitmap;
    const realCanvas = OffscreenCanvas;
    const closed = vi.spyOn(ImageBitmap.prototype, 'close');
    vi.stubGlobal('createImageBitmap', async (source: Blob, options?: ImageBitmapOptions) => {
      const bitmap = await realBitmap(source, options);
      opened(bitmap);
      return bitmap;
    });
    vi.stubGlobal(
      'OffscreenCanvas',
      class extends realCanvas {
        constructor(width: number, height: number) {
          super(width, height);
          canvases.push(this);
        }
      },
    );
    await prepareImage(file);
    await expect(prepareImage(file, { limits: { maxBytes: 1000 } })).rejects.toEqual(refusal('image/over-byte-limit'));
    expect(opened.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(closed).toHaveBeenCalledTimes(opened.mock.calls.length);
    expect(canvases.length).toBeGreaterThanOrEqual(2);
    expect(canvases.map(({ width, height }) => width * height)).toEqual(canvases.map(() => 0));
  });

  describe('in an older browser', () => {
    it('draws on a canvas element where OffscreenCanvas has no 2D context', async () => {
      const file = toFile(withJpegExif(await encode(paint(400, 640, storedAs[6] ?? [])), 6));
      const context = vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
      const prepared = await prepareImage(file);
      expect(context).toHaveBeenCalled();
      context.mockRestore();
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('says so where no canvas draws', async () => {
      const file = toFile(await encode(paint(640, 400, upright)));
      vi.stubGlobal('OffscreenCanvas', undefined);
      vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
      await expect(prepareImage(file)).rejects.toEqual(refusal('image/canvas-unavailable'));
    });

    it.each([
      [1, 'image/jpeg'],
      [6, 'image/jpeg'],
      [8, 'image/png'],
    ])('decodes orientation %i of %s without createImageBitmap, and without a worker', async (orientation, type) => {
      const [width, height] = orientation > 4 ? [400, 640] : [640, 400];
      const bytes = await encode(paint(width, height, storedAs[orientation] ?? []), type);
      const file = toFile(type === 'image/png' ? withPngExif(bytes, orientation) : withJpegExif(bytes, orientation), type);
      const worker = vi.fn<() => never>();
      vi.stubGlobal('createImageBitmap', undefined);
      vi.stubGlobal('Worker', worker);
      const prepared = await prepareImage(file);
      vi.unstubAllGlobals();
      expect(worker).not.toHaveBeenCalled();
      expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { orientation } });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('tries the element for a large picture whose bitmap is refused, and not for a small one', async () => {
      const large = toFile(await encode(paint(6000, 3000, upright)));
      const small = toFile(await encode(paint(640, 400, upright)));
      vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('out of memory', 'InvalidStateError')));
      const prepared = await prepareImage(large);
      await expect(prepareImage(small)).rejects.toEqual(refusal('image/corrupt'));
      vi.unstubAllGlobals();
      expect(prepared).toMatchObject({ widthPx: 1920, heightPx: 960 });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('refuses what the element cannot decode either', async () => {
      const png = await encode(paintNoise(640, 400), 'image/png');
      png.fill(0, 33, 60);
      vi.stubGlobal('createImageBitmap', undefined);
      await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/corrupt'));
    });
  });

  describe('of a frame', () => {
    it.each(['ImageBitmap', 'VideoFrame'])('takes an %s at its own size and leaves it open', async (carrier) => {
      const canvas = paint(1280, 720, upright);
      const pixels = carrier === 'VideoFrame' ? new VideoFrame(canvas, { timestamp: 0 }) : await createImageBitmap(canvas);
      const closed = vi.spyOn(pixels, 'close');
      const prepared = await prepareImage(toFrame(pixels, 1280, 720));
      expect(closed).not.toHaveBeenCalled();
      pixels.close();
      expect(prepared).toMatchObject({ widthPx: 1280, heightPx: 720, origin: 'camera' });
      expect(prepared.preparation).toMatchObject({ sourceType: 'video/frame', sourceBytes: undefined, orientation: 1, scale: 1 });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it.each(['ImageBitmap', 'VideoFrame'])('scales an %s of 4K', async (carrier) => {
      const canvas = paint(3840, 2160, upright);
      const pixels = carrier === 'VideoFrame' ? new VideoFrame(canvas, { timestamp: 0 }) : await createImageBitmap(canvas);
      const prepared = await prepareImage(toFrame(pixels, 3840, 2160), { origin: 'file' });
      pixels.close();
      expect(prepared).toMatchObject({ widthPx: 1920, heightPx: 1080, origin: 'file', preparation: { scale: 0.5 } });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('refuses one that is too small', async () => {
      const pixels = await createImageBitmap(paint(320, 240, upright));
      await expect(prepareImage(toFrame(pixels, 320, 240))).rejects.toEqual(refusal('image/too-small', { heightPx: 240 }));
      pixels.close();
    });
  });
});
