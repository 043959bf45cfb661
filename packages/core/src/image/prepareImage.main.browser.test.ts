import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareImage } from './prepareImage.ts';
import { encodeCanvas, paint, paintNoise, storedAs, toFile, upright, withJpegExif, withPngExif } from './testing/createPhoto.ts';
import { readQuarters } from './testing/readPicture.ts';

// Browsers that lack one thing or another. Everything runs on the main thread here, where what they lack can be taken away.
const noWorker = vi.fn<() => never>(function refuse() {
  throw new DOMException('refused by the page’s policy', 'SecurityError');
});

beforeEach(() => {
  vi.stubGlobal('Worker', noWorker);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const refusal = (code: string, details = {}) =>
  expect.objectContaining({ name: 'ImageError', code, details: expect.objectContaining(details) });

const turned = async () => toFile(withJpegExif(await encodeCanvas(paint(400, 640, storedAs[6] ?? [])), 6));

describe('prepareImage on the main thread', () => {
  it('says that it had no worker, and tries to start one no more than once', async () => {
    const prepared = await prepareImage(await turned());
    await prepareImage(await turned());
    expect(prepared.preparation.place).toBe('main');
    expect(await readQuarters(prepared)).toEqual(upright);
    expect(noWorker).toHaveBeenCalledTimes(1);
  });

  it('gives what the worker gives', async () => {
    const large = toFile(withJpegExif(await encodeCanvas(paint(1600, 2560, storedAs[6] ?? [])), 6));
    const prepared = await prepareImage(large, { limits: { maxEdgePx: 1400 } });
    expect(prepared).toMatchObject({ widthPx: 1280, heightPx: 800, preparation: { path: 'scaled-decode', place: 'main' } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('does not turn again what the browser has turned by itself', async () => {
    const real = createImageBitmap;
    vi.stubGlobal('createImageBitmap', () => real(paint(640, 400, upright)));
    expect(await readQuarters(await prepareImage(await turned()))).toEqual(upright);
  });

  it('decodes at full size where there is no ImageDecoder', async () => {
    const large = toFile(withJpegExif(await encodeCanvas(paint(1600, 2560, storedAs[6] ?? [])), 6));
    vi.stubGlobal('ImageDecoder', undefined);
    const prepared = await prepareImage(large, { limits: { maxEdgePx: 1400 } });
    expect(prepared).toMatchObject({ widthPx: 1280, heightPx: 800, preparation: { path: 'decoded', scale: 0.5 } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('takes a decoder that knows no fractions', async () => {
    const large = toFile(withJpegExif(await encodeCanvas(paint(1600, 2560, storedAs[6] ?? [])), 6));
    const Real = ImageDecoder;
    vi.stubGlobal(
      'ImageDecoder',
      class extends Real {
        constructor({ desiredWidth: _width, desiredHeight: _height, ...init }: ImageDecoderInit) {
          super(init);
        }
      },
    );
    const prepared = await prepareImage(large, { limits: { maxEdgePx: 1200 } });
    expect(prepared).toMatchObject({ widthPx: 1200, heightPx: 750 });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('refuses bombs by their headers, before anything is decoded', async () => {
    const decode = vi.fn<typeof createImageBitmap>();
    const png = await encodeCanvas(paint(64, 64, upright), 'image/png');
    const jpeg = await encodeCanvas(paint(64, 64, upright));
    png.set([0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0], 16);
    const frameHeader = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0);
    jpeg.set([0xff, 0xdc, 0xff, 0xdc], frameHeader + 5);
    vi.stubGlobal('createImageBitmap', decode);
    vi.stubGlobal('ImageDecoder', decode);
    await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/too-large', { widthPx: 100_000, heightPx: 100_000 }));
    await expect(prepareImage(toFile(jpeg))).rejects.toEqual(refusal('image/too-large', { widthPx: 65_500 }));
    expect(decode).not.toHaveBeenCalled();
  });

  it('ends while decoding, and closes the bitmap that arrives late', async () => {
    const abort = new AbortController();
    const file = await turned();
    const real = createImageBitmap;
    const closed = vi.spyOn(ImageBitmap.prototype, 'close');
    vi.stubGlobal('createImageBitmap', (source: Blob) => {
      abort.abort('left the page');
      return real(source);
    });
    await expect(prepareImage(file, { signal: abort.signal })).rejects.toBe('left the page');
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it('closes every bitmap and frame and empties every canvas, also when it fails', async () => {
    const large = toFile(await encodeCanvas(paintNoise(2560, 1600)));
    const png = toFile(await encodeCanvas(paintNoise(2560, 1600), 'image/png'));
    const opened: (ImageBitmap | VideoFrame)[] = [];
    const canvases: OffscreenCanvas[] = [];
    const [realBitmap, RealCanvas, RealDecoder] = [createImageBitmap, OffscreenCanvas, ImageDecoder];
    const closedDecoders = vi.spyOn(ImageDecoder.prototype, 'close');
    vi.stubGlobal('createImageBitmap', async (source: Blob, options?: ImageBitmapOptions) => {
      const bitmap = await realBitmap(source, options);
      opened.push(bitmap);
      return bitmap;
    });
    vi.stubGlobal(
      'ImageDecoder',
      class extends RealDecoder {
        override async decode(): Promise<ImageDecodeResult> {
          const result = await super.decode();
          opened.push(result.image);
          return result;
        }
      },
    );
    vi.stubGlobal(
      'OffscreenCanvas',
      class extends RealCanvas {
        constructor(width: number, height: number) {
          super(width, height);
          canvases.push(this);
        }
      },
    );
    await prepareImage(large, { limits: { maxEdgePx: 1200 } });
    await prepareImage(png, { limits: { maxBytes: 400_000 } });
    await expect(prepareImage(png, { limits: { maxBytes: 1000 } })).rejects.toEqual(refusal('image/over-byte-limit'));
    expect(closedDecoders).toHaveBeenCalledTimes(1);
    expect(opened).toHaveLength(4);
    expect(opened.map((pixels) => ('format' in pixels ? pixels.codedWidth : pixels.width))).toEqual([0, 0, 0, 0]);
    expect(canvases.length).toBeGreaterThanOrEqual(5);
    expect(canvases.map(({ width, height }) => width * height)).toEqual(canvases.map(() => 0));
  });

  it('draws on a canvas element where OffscreenCanvas has no 2D context', async () => {
    const file = await turned();
    const context = vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
    const prepared = await prepareImage(file);
    expect(context).toHaveBeenCalled();
    context.mockRestore();
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('says so where no canvas draws', async () => {
    const file = await turned();
    vi.stubGlobal('OffscreenCanvas', undefined);
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await expect(prepareImage(file)).rejects.toEqual(refusal('image/canvas-unavailable'));
  });

  it.each([
    [6, 'image/jpeg'],
    [7, 'image/jpeg'],
    [8, 'image/png'],
  ])('decodes orientation %i of %s without createImageBitmap, and without a worker', async (orientation, type) => {
    const [width, height] = orientation > 4 ? [400, 640] : [640, 400];
    const bytes = await encodeCanvas(paint(width, height, storedAs[orientation] ?? []), type);
    const file = toFile(type === 'image/png' ? withPngExif(bytes, orientation) : withJpegExif(bytes, orientation), type);
    vi.stubGlobal('createImageBitmap', undefined);
    const prepared = await prepareImage(file);
    vi.unstubAllGlobals();
    expect(prepared).toMatchObject({ widthPx: 640, heightPx: 400, preparation: { orientation, path: 'element', place: 'main' } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('tries the element for a large picture whose bitmap is refused, and not for a small one', async () => {
    const large = toFile(withJpegExif(await encodeCanvas(paint(6000, 3000, storedAs[3] ?? [])), 3));
    const small = await turned();
    vi.stubGlobal('ImageDecoder', undefined);
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('out of memory', 'InvalidStateError')));
    const prepared = await prepareImage(large);
    await expect(prepareImage(small)).rejects.toEqual(refusal('image/corrupt'));
    vi.unstubAllGlobals();
    expect(prepared).toMatchObject({ widthPx: 2048, heightPx: 1024, preparation: { path: 'element', sourceWidthPx: 6000 } });
    expect(await readQuarters(prepared)).toEqual(upright);
  });

  it('refuses what the element cannot decode either', async () => {
    const png = await encodeCanvas(paintNoise(640, 400), 'image/png');
    png.fill(0, 33, 60);
    vi.stubGlobal('createImageBitmap', undefined);
    await expect(prepareImage(toFile(png))).rejects.toEqual(refusal('image/corrupt'));
  });
});
