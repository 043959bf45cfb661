import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { GrabbedFrame } from '../frame/grabFrame.ts';
import { leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import { prepareImage } from './prepareImage.ts';
import {
  big,
  type Bytes,
  encodeCanvas,
  join,
  paint,
  paintNoise,
  red,
  storedAs,
  text,
  toFile,
  upright,
  white,
  withJpegExif,
  withPngExif,
  withWebpExif,
  yellow,
} from './testing/createPhoto.ts';
import { readExtras, readQuarters } from './testing/readPicture.ts';

const toFrame = (pixels: GrabbedFrame['pixels'], widthPx: number, heightPx: number): GrabbedFrame => ({
  pixels,
  widthPx,
  heightPx,
  close: () => pixels.close(),
});

const refusal = (code: string, details = {}) =>
  expect.objectContaining({ name: 'ImageError', code, details: expect.objectContaining(details) });

const isTall = (orientation: number) => orientation > 4;
const photo = async (orientation: number, [width, height]: readonly [number, number] = [640, 400]): Promise<Bytes> => {
  const sides = isTall(orientation) ? ([height, width] as const) : ([width, height] as const);
  return withJpegExif(await encodeCanvas(paint(...sides, storedAs[orientation] ?? [])), orientation);
};

const lease = leaseCaptureWorker();
afterAll(() => lease.release());
afterEach(() => vi.restoreAllMocks());

describe('prepareImage', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('turns a JPEG of orientation %i upright, once, and drops its metadata', async (orientation) => {
    const bytes = await photo(orientation);
    const prepared = await prepareImage(toFile(bytes));
    const [sourceWidthPx, sourceHeightPx] = isTall(orientation) ? [400, 640] : [640, 400];
    expect(prepared).toMatchObject({ type: 'image/jpeg', widthPx: 640, heightPx: 400, origin: 'file' });
    expect(prepared.blob.type).toBe('image/jpeg');
    expect(prepared.preparation).toEqual({
      sourceType: 'image/jpeg',
      sourceWidthPx,
      sourceHeightPx,
      sourceBytes: bytes.length,
      orientation,
      path: 'decoded',
      scale: 1,
      quality: 0.9,
      place: 'worker',
      durationMs: expect.any(Number),
    });
    expect(await readQuarters(prepared)).toEqual(upright);
    // A colour profile says how to read the colours, and nothing of the person.
    expect(['JFIF', 'ICC_PROFILE']).toEqual(expect.arrayContaining(await readExtras(prepared)));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'decodes a JPEG of orientation %i at a fraction of its size, and turns it once',
    async (orientation) => {
      const prepared = await prepareImage(toFile(await photo(orientation, [2560, 1600])), { limits: { maxEdgePx: 1200 } });
      expect(prepared).toMatchObject({ widthPx: 1200, heightPx: 750, preparation: { path: 'scaled-decode', scale: 1200 / 2560 } });
      expect(await readQuarters(prepared)).toEqual(upright);
    },
  );

  it.each([1, 6, 7])('takes just what the decoder gives of orientation %i when that is near the limit', async (orientation) => {
    const prepared = await prepareImage(toFile(await photo(orientation, [2560, 1600])), { limits: { maxEdgePx: 1400 } });
    expect(prepared).toMatchObject({ widthPx: 1280, heightPx: 800, preparation: { path: 'scaled-decode', scale: 0.5 } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it.each([3, 6, 8])('turns a PNG of orientation %i upright', async (orientation) => {
    const [width, height] = isTall(orientation) ? [400, 640] : [640, 400];
    const png = await encodeCanvas(paint(width, height, storedAs[orientation] ?? []), 'image/png');
    const prepared = await prepareImage(toFile(withPngExif(png, orientation), 'image/png'));
    expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { sourceType: 'image/png', orientation, path: 'decoded' } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it.each([3, 5, 6])('turns a WebP of orientation %i upright, scaled', async (orientation) => {
    const [width, height] = isTall(orientation) ? [400, 640] : [640, 400];
    const webp = await encodeCanvas(paint(width, height, storedAs[orientation] ?? []), 'image/webp');
    const file = toFile(withWebpExif(webp, orientation, width, height), 'image/webp');
    const prepared = await prepareImage(file, { limits: { maxEdgePx: 480 } });
    expect(prepared).toMatchObject({ widthPx: 480, heightPx: 300, preparation: { sourceType: 'image/webp', orientation, scale: 0.75 } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it.each([
    { orientation: 1, width: 2560, height: 1280, size: [2048, 1024] },
    { orientation: 6, width: 1280, height: 2560, size: [2048, 1024] },
    { orientation: 1, width: 1280, height: 2560, size: [1024, 2048] },
  ])('scales $width x $height of orientation $orientation to the longest side', async ({ orientation, width, height, size }) => {
    const jpeg = await encodeCanvas(paint(width, height, storedAs[orientation] ?? []));
    const prepared = await prepareImage(toFile(withJpegExif(jpeg, orientation)));
    expect([prepared.widthPx, prepared.heightPx]).toEqual(size);
    expect(prepared.preparation).toMatchObject({ scale: 0.8, sourceWidthPx: width, sourceHeightPx: height });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it.each(['image/png', 'image/jpeg'])('scales fine detail of %s without aliasing', async (type) => {
    const canvas = new OffscreenCanvas(3840, 1600);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 3840, 1600);
      context.fillStyle = '#000';
      for (let x = 0; x < 3840; x += 2) context.fillRect(x, 0, 1, 1600);
    }
    const prepared = await prepareImage(toFile(await encodeCanvas(canvas, type)), { limits: { maxEdgePx: 1280 } });
    for (const color of await readQuarters(prepared)) expect(Math.abs(color[0] - 127)).toBeLessThan(48);
  });

  it('puts white under transparency', async () => {
    const png = await encodeCanvas(paint(640, 400, [red, undefined, undefined, yellow]), 'image/png');
    expect(await readQuarters(await prepareImage(toFile(png, 'image/png')))).toEqual([red, white, white, yellow]);
  });

  it('goes by the bytes when name and type are wrong', async () => {
    const jpeg = await encodeCanvas(paint(640, 400, upright));
    expect(await readQuarters(await prepareImage(toFile(jpeg, 'image/png')))).toEqual(upright);
    expect(await readQuarters(await prepareImage(toFile(jpeg, '')))).toEqual(upright);
  });

  describe('of a JPEG inside the limits', () => {
    const readPixels = async (jpeg: Blob) => {
      const bitmap = await createImageBitmap(jpeg);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
      bitmap.close();
      return data;
    };
    const withTrailer = (bytes: Bytes) => join(bytes, text('a film of the same moment'));

    it('keeps every pixel as it is, and nothing else', async () => {
      const source = paintNoise(640, 400);
      const bytes = await encodeCanvas(source);
      const prepared = await prepareImage(toFile(withTrailer(withJpegExif(bytes, 1))));
      expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { path: 'stripped', scale: 1, place: 'worker' } });
      expect(prepared.preparation.quality).toBeUndefined();
      expect(['JFIF', 'ICC_PROFILE']).toEqual(expect.arrayContaining(await readExtras(prepared)));
      const [before, after] = await Promise.all([readPixels(new Blob([bytes])), readPixels(prepared.blob)]);
      expect(before.length).toBe(640 * 400 * 4);
      expect(after.findIndex((value, index) => value !== before[index])).toBe(-1);
    });

    it.each([3, 6])('keeps nothing but the orientation %i where the receiver turns by it', async (orientation) => {
      const prepared = await prepareImage(toFile(await photo(orientation)), { limits: { keepOrientationTag: true } });
      expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { path: 'stripped', orientation } });
      expect(await readExtras(prepared)).toEqual(expect.arrayContaining(['Exif']));
      expect(new TextDecoder('latin1').decode(await prepared.blob.arrayBuffer())).not.toContain('N\0\0\0');
      // This browser turns by the tag.
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('encodes it anew when it has more bytes than allowed', async () => {
      const bytes = await encodeCanvas(paintNoise(640, 400));
      const prepared = await prepareImage(toFile(bytes), { limits: { maxBytes: bytes.length - 2000 } });
      expect(prepared.preparation.path).toBe('decoded');
      expect(prepared.blob.size).toBeLessThanOrEqual(bytes.length - 2000);
    });
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
    const jpeg = await encodeCanvas(paintNoise(640, 400));
    await expect(prepareImage(toFile(jpeg.slice(0, Math.floor(jpeg.length * share))))).rejects.toEqual(refusal('image/corrupt'));
  });

  it('refuses a JPEG that is a header and an end with next to nothing between', async () => {
    const jpeg = await encodeCanvas(paintNoise(640, 400));
    const scan = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xda);
    const headless = join(jpeg.slice(0, scan + 200), [0xff, 0xd9]);
    await expect(prepareImage(toFile(headless))).rejects.toEqual(refusal('image/corrupt', { type: 'image/jpeg' }));
  });

  it('refuses a cut-off PNG', async () => {
    const png = await encodeCanvas(paintNoise(640, 400), 'image/png');
    await expect(prepareImage(toFile(png.slice(0, png.length / 2)))).rejects.toEqual(refusal('image/corrupt', { type: 'image/png' }));
  });

  it('refuses a PNG whose header is whole and whose pixels are not', async () => {
    const png = await encodeCanvas(paintNoise(640, 400), 'image/png');
    png.fill(0, 2000, 4000);
    await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/corrupt', { type: 'image/png' }));
  });

  it('refuses what is too small and takes it when the limit allows', async () => {
    const jpeg = await encodeCanvas(paint(300, 400, upright));
    await expect(prepareImage(toFile(jpeg))).rejects.toEqual(refusal('image/too-small', { widthPx: 300, limit: 320 }));
    await expect(prepareImage(toFile(jpeg), { limits: { minEdgePx: 300 } })).resolves.toMatchObject({ widthPx: 300 });
  });

  describe('under a byte limit', () => {
    it('lowers quality and keeps the size', async () => {
      const file = toFile(await encodeCanvas(paintNoise(800, 600), 'image/png'));
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
      const file = toFile(await encodeCanvas(paintNoise(1600, 1200)));
      const free = await prepareImage(file);
      const maxBytes = Math.floor(free.blob.size * 0.12);
      const prepared = await prepareImage(file, { limits: { maxBytes } });
      expect(prepared.blob.size).toBeLessThanOrEqual(maxBytes);
      expect(prepared.widthPx).toBeLessThan(1600);
      expect(prepared.widthPx / prepared.heightPx).toBeCloseTo(4 / 3, 1);
      expect(prepared.preparation.scale).toBeCloseTo(prepared.widthPx / 1600, 2);
    });

    it('refuses when the smallest size is still too large', async () => {
      const file = toFile(await encodeCanvas(paintNoise(800, 600)));
      await expect(prepareImage(file, { limits: { maxBytes: 2000 } })).rejects.toEqual(refusal('image/over-byte-limit', { limit: 2000 }));
    });
  });

  describe('with a signal', () => {
    it('does not begin after an abort', async () => {
      const file = toFile(await encodeCanvas(paint(640, 400, upright)));
      const read = vi.spyOn(file, 'arrayBuffer');
      await expect(prepareImage(file, { signal: AbortSignal.abort('left the page') })).rejects.toBe('left the page');
      expect(read).not.toHaveBeenCalled();
    });

    it('rejects at once, with the reason it was given', async () => {
      const file = toFile(await encodeCanvas(paintNoise(4000, 3000)));
      const abort = new AbortController();
      const preparing = prepareImage(file, { signal: abort.signal });
      abort.abort('left the page');
      await expect(preparing).rejects.toBe('left the page');
    });
  });

  describe('of a frame', () => {
    it.each(['ImageBitmap', 'VideoFrame'])('takes an %s at its own size and leaves it open', async (carrier) => {
      const canvas = paint(1280, 720, upright);
      const pixels = carrier === 'VideoFrame' ? new VideoFrame(canvas, { timestamp: 0 }) : await createImageBitmap(canvas);
      const closed = vi.spyOn(pixels, 'close');
      const prepared = await prepareImage(toFrame(pixels, 1280, 720));
      expect(closed).not.toHaveBeenCalled();
      // Still there to be drawn.
      expect('codedWidth' in pixels ? pixels.codedWidth : pixels.width).toBe(1280);
      pixels.close();
      expect(prepared).toMatchObject({ widthPx: 1280, heightPx: 720, origin: 'camera' });
      expect(prepared.preparation).toMatchObject({
        sourceType: 'video/frame',
        sourceBytes: undefined,
        orientation: 1,
        scale: 1,
        path: 'frame',
        place: 'worker',
      });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it.each(['ImageBitmap', 'VideoFrame'])('scales an %s of 4K', async (carrier) => {
      const canvas = paint(3840, 2160, upright);
      const pixels = carrier === 'VideoFrame' ? new VideoFrame(canvas, { timestamp: 0 }) : await createImageBitmap(canvas);
      const prepared = await prepareImage(toFrame(pixels, 3840, 2160), { origin: 'file' });
      pixels.close();
      expect(prepared).toMatchObject({ widthPx: 2048, heightPx: 1152, origin: 'file', preparation: { scale: 2048 / 3840 } });
      expect(await readQuarters(prepared)).toEqual(upright);
    });

    it('refuses one that is too small', async () => {
      const pixels = await createImageBitmap(paint(320, 240, upright));
      await expect(prepareImage(toFrame(pixels, 320, 240))).rejects.toEqual(refusal('image/too-small', { heightPx: 240 }));
      pixels.close();
    });
  });

  describe('with a decoder of the page’s own', () => {
    const heic = toFile(join([...big(24, 4), ...text('ftypheic\0\0\0\0mif1heic')]), 'image/heic');

    it('gives it the file that the browser does not decode, and closes its bitmap', async () => {
      const bitmap = await createImageBitmap(paint(2400, 1600, upright));
      const decode = vi.fn<(file: Blob) => Promise<ImageBitmap>>().mockResolvedValue(bitmap);
      const prepared = await prepareImage(heic, { decoders: { 'image/heic': decode } });
      expect(decode).toHaveBeenCalledExactlyOnceWith(heic);
      expect(prepared).toMatchObject({ widthPx: 2048, heightPx: 1365, origin: 'file' });
      expect(prepared.preparation).toMatchObject({
        sourceType: 'image/heic',
        sourceBytes: heic.size,
        sourceWidthPx: 2400,
        path: 'plug-in',
        place: 'worker',
      });
      expect(await readQuarters(prepared)).toEqual(upright);
      expect(bitmap.width).toBe(0);
    });

    it('does not ask it for what the browser decodes', async () => {
      const decode = vi.fn<(file: Blob) => Promise<ImageBitmap>>();
      await prepareImage(toFile(await photo(6)), { decoders: { 'image/heic': decode, 'image/jpeg': decode } });
      expect(decode).not.toHaveBeenCalled();
    });

    it('says that the type is the trouble when it fails', async () => {
      const cause = new Error('not fetched');
      const decoders = { 'image/heic': () => Promise.reject(cause) };
      await expect(prepareImage(heic, { decoders })).rejects.toMatchObject({ code: 'image/unsupported-type', cause });
    });

    it('closes a bitmap that comes after an abort', async () => {
      const bitmap = await createImageBitmap(paint(640, 400, upright));
      const abort = new AbortController();
      const decode = () => {
        abort.abort('left the page');
        return Promise.resolve(bitmap);
      };
      await expect(prepareImage(heic, { decoders: { 'image/heic': decode }, signal: abort.signal })).rejects.toBe('left the page');
      expect(bitmap.width).toBe(0);
    });
  });
});
