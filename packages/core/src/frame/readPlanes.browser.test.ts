import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlaneReader, type PlaneSource } from './createPlaneReader.ts';
import type { FramePlanes } from './framePlanes.ts';
import { readPlanes } from './readPlanes.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Clockwise from the upper left. */
const quarters: readonly Rgb[] = [
  [230, 30, 40],
  [40, 200, 60],
  [30, 60, 220],
  [120, 120, 120],
];

const frames: { close(): void }[] = [];
const kept = <Frame extends { close(): void }>(frame: Frame): Frame => {
  frames.push(frame);
  return frame;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const frame of frames.splice(0)) frame.close();
});

/** Which quarter a point lies in. */
function quarterAt(x: number, y: number, width: number, height: number): Rgb {
  const isRight = x >= width / 2;
  const index = y >= height / 2 ? (isRight ? 2 : 3) : isRight ? 1 : 0;
  return quarters[index] ?? [0, 0, 0];
}

/** Bytes that begin somewhere in their buffer. */
function toRgba(width: number, height: number, offset = 0): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(new ArrayBuffer(width * height * 4 + offset), offset);
  for (let at = 0; at < width * height; at += 1) {
    bytes.set([...quarterAt(at % width, Math.floor(at / width), width, height), 255], at * 4);
  }
  return bytes;
}

function paint(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(toRgba(width, height), width), 0, 0);
  return canvas;
}

/** A frame as a screen, a canvas or some camera gives it. */
function toRgbFrame(width: number, height: number, format: 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX', extra?: object): VideoFrame {
  const bytes = toRgba(width, height);
  if (format.startsWith('B'))
    for (let at = 0; at < bytes.length; at += 4) bytes.set([bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0], at);
  return kept(new VideoFrame(bytes, { format, codedWidth: width, codedHeight: height, timestamp: 0, ...extra }));
}

/** ITU-R BT.601 as cameras use it: luma 16 to 235, chroma 16 to 240; or full, as JPEG does. */
function toYuv([red, green, blue]: Rgb, isFull: boolean): Rgb {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const [lumaGain, lumaShift, chromaGain] = isFull ? [1, 0, 1] : [219 / 255, 16, 224 / 255];
  return [luma * lumaGain + lumaShift, 128 + ((blue - luma) / 1.772) * chromaGain, 128 + ((red - luma) / 1.402) * chromaGain];
}

interface Camera {
  readonly format?: 'I420' | 'NV12';
  readonly isFull?: boolean;
  readonly extra?: object;
}

/** A frame as a camera gives it. */
function toFrame(width: number, height: number, { format = 'I420', isFull = false, extra }: Camera = {}): VideoFrame {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const bytes = new Uint8Array(width * height + 2 * halfWidth * halfHeight);
  for (let at = 0; at < width * height; at += 1) {
    bytes[at] = Math.round(toYuv(quarterAt(at % width, Math.floor(at / width), width, height), isFull)[0]);
  }
  for (let at = 0; at < halfWidth * halfHeight; at += 1) {
    const [, cb, cr] = toYuv(quarterAt((at % halfWidth) * 2, Math.floor(at / halfWidth) * 2, width, height), isFull);
    const [first, second] = format === 'NV12' ? [2 * at, 2 * at + 1] : [at, at + halfWidth * halfHeight];
    bytes[width * height + first] = Math.round(cb);
    bytes[width * height + second] = Math.round(cr);
  }
  const colorSpace = { fullRange: isFull, matrix: 'smpte170m', primaries: 'smpte170m', transfer: 'smpte170m' } as const;
  return kept(new VideoFrame(bytes, { format, codedWidth: width, codedHeight: height, timestamp: 0, colorSpace, ...extra }));
}

/** Brightness and colour difference at a place given in shares of the sides, all of them 0 to 255. */
function sample({ luma, stride, range, chroma, widthPx, heightPx }: FramePlanes, x: number, y: number): readonly number[] {
  const value = luma[Math.floor(y * heightPx) * stride + Math.floor(x * widthPx)] ?? NaN;
  const at = chroma ? Math.floor(y * chroma.heightPx) * chroma.stride + Math.floor(x * chroma.widthPx) * chroma.step : NaN;
  const [lumaGain, shift, chromaGain] = range === 'full' ? [1, 0, 1] : [255 / 219, 16, 255 / 224];
  const difference = (plane: Uint8Array | undefined) => 128 + ((plane?.[at] ?? NaN) - 128) * chromaGain;
  return [(value - shift) * lumaGain, difference(chroma?.cb), difference(chroma?.cr)];
}

/** The four quarters, clockwise, are the given ones within what rounding and a browser's own conversion cost. */
function expectQuarters(planes: FramePlanes, expected: readonly Rgb[] = quarters): void {
  const places = [
    [0.2, 0.3],
    [0.8, 0.3],
    [0.8, 0.7],
    [0.2, 0.7],
  ] as const;
  for (const [index, [x, y]] of places.entries()) {
    const wanted = toYuv(expected[index] ?? [0, 0, 0], true);
    for (const [part, value] of sample(planes, x, y).entries()) expect(Math.abs(value - (wanted[part] ?? NaN))).toBeLessThan(5);
  }
}

const sizes = [
  [64, 48],
  [65, 49],
] as const;

describe.each(sizes)('readPlanes, %i x %i', (width, height) => {
  const size = { widthPx: width, heightPx: height, frameWidthPx: width, frameHeightPx: height };

  it.each([
    ['I420', 'limited', 1],
    ['I420', 'full', 1],
    ['NV12', 'limited', 2],
    ['NV12', 'full', 2],
  ] as const)('copies %s with %s range as it is', async (format, range, step) => {
    const planes = await readPlanes(toFrame(width, height, { format, isFull: range === 'full' }));
    expect(planes).toMatchObject({ ...size, range, chroma: { widthPx: Math.ceil(width / 2), heightPx: Math.ceil(height / 2), step } });
    expectQuarters(planes);
  });

  it.each(['RGBA', 'RGBX', 'BGRA', 'BGRX'] as const)('copies and converts %s', async (format) => {
    const draw = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'drawImage');
    const planes = await readPlanes(toRgbFrame(width, height, format));
    expect(planes).toMatchObject({ ...size, range: 'full' });
    expectQuarters(planes);
    expect(draw).not.toHaveBeenCalled();
  });

  it.each<[string, () => PlaneSource | Promise<PlaneSource>]>([
    ['a frame of a canvas', () => kept(new VideoFrame(paint(width, height), { timestamp: 0 }))],
    ['a frame that cannot be copied', () => Object.defineProperty(toFrame(width, height), 'copyTo', { value: undefined })],
    ['a frame that hides its format', () => Object.defineProperty(toFrame(width, height), 'format', { value: null })],
    [
      'a frame that refuses to be copied',
      () =>
        Object.defineProperty(toFrame(width, height), 'copyTo', {
          value: () => Promise.reject(new DOMException('no', 'NotSupportedError')),
        }),
    ],
    ['a bitmap', async () => kept(await createImageBitmap(paint(width, height)))],
    ['a canvas', () => paint(width, height)],
    ['image data', () => new ImageData(toRgba(width, height), width)],
    ['image data somewhere in a buffer', () => new ImageData(toRgba(width, height, 6), width)],
  ])('converts %s', async (_, open) => {
    const planes = await readPlanes(await open());
    expect(planes).toMatchObject({
      ...size,
      range: 'full',
      chroma: { widthPx: Math.ceil(width / 2), heightPx: Math.ceil(height / 2), step: 1 },
    });
    expect(planes.luma).toHaveLength(width * height);
    expectQuarters(planes);
  });
});

describe('readPlanes', () => {
  it('reads the visible part of a frame only', async () => {
    const planes = await readPlanes(toFrame(64, 48, { extra: { visibleRect: { x: 32, y: 0, width: 32, height: 48 } } }));
    expect(planes).toMatchObject({ widthPx: 32, heightPx: 48, range: 'limited', frameWidthPx: 32, frameHeightPx: 48 });
    const [, green = [0, 0, 0], blue = [0, 0, 0]] = quarters;
    expectQuarters(planes, [green, green, blue, blue]);
  });

  it('gives a turned frame upright', async () => {
    const frame = toFrame(64, 48, { extra: { rotation: 90 } });
    expect([frame.displayWidth, frame.displayHeight]).toEqual([48, 64]);
    const planes = await readPlanes(frame);
    expect(planes).toMatchObject({ widthPx: 48, heightPx: 64, frameWidthPx: 48, frameHeightPx: 64 });
    const [first = [0, 0, 0], second = [0, 0, 0], third = [0, 0, 0], fourth = [0, 0, 0]] = quarters;
    // A quarter turn clockwise brings the lower left to the upper left.
    expectQuarters(planes, [fourth, first, second, third]);
  });

  it('gives a frame with oblong pixels in its shown shape', async () => {
    const planes = await readPlanes(toFrame(64, 48, { extra: { displayWidth: 128, displayHeight: 48 } }));
    expect(planes).toMatchObject({ widthPx: 128, heightPx: 48, frameWidthPx: 128, frameHeightPx: 48 });
    expectQuarters(planes);
  });

  it.each([
    [1920, 1080, 960, 540],
    [1081, 1921, 360, 640],
    [1280, 720, 640, 360],
    [960, 720, 960, 720],
  ])('makes %i x %i of RGB smaller, and says of what it is', async (width, height, widthPx, heightPx) => {
    const planes = await readPlanes(toRgbFrame(width, height, 'BGRA'));
    expect(planes).toMatchObject({ widthPx, heightPx, frameWidthPx: width, frameHeightPx: height });
    expectQuarters(planes);
  });

  it('reads the visible part of an RGB frame only, and draws one that is turned', async () => {
    const [, green = [0, 0, 0], blue = [0, 0, 0], grey = [0, 0, 0]] = quarters;
    const cut = await readPlanes(toRgbFrame(64, 48, 'RGBX', { visibleRect: { x: 32, y: 0, width: 32, height: 48 } }));
    expect(cut).toMatchObject({ widthPx: 32, heightPx: 48, frameWidthPx: 32, frameHeightPx: 48 });
    expectQuarters(cut, [green, green, blue, blue]);
    const turned = await readPlanes(toRgbFrame(64, 48, 'BGRX', { rotation: 180 }));
    expectQuarters(turned, [blue, grey, quarters[0] ?? grey, green]);
  });

  it('takes the mean of four pixels where it makes them smaller', async () => {
    const bytes = new Uint8Array(1920 * 2 * 4);
    for (const [at, grey] of [200, 100, 40, 20].entries())
      bytes.fill(grey, ((at >> 1) * 1920 + (at & 1)) * 4, ((at >> 1) * 1920 + (at & 1)) * 4 + 4);
    const frame = kept(new VideoFrame(bytes, { format: 'BGRX', codedWidth: 1920, codedHeight: 2, timestamp: 0 }));
    const { luma } = await readPlanes(frame);
    expect([luma.length, luma[0], luma[1]]).toEqual([960, 90, 0]);
  });

  it('draws a large picture small, and says of what it is', async () => {
    const planes = await readPlanes(paint(1080, 1920));
    expect(planes).toMatchObject({ widthPx: 360, heightPx: 640, frameWidthPx: 1080, frameHeightPx: 1920 });
    expectQuarters(planes);
  });

  it('draws on an element where there is no OffscreenCanvas that draws', async () => {
    const pixels = kept(await createImageBitmap(paint(64, 48)));
    vi.stubGlobal('OffscreenCanvas', undefined);
    expectQuarters(await readPlanes(pixels));
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => null;
      },
    );
    expectQuarters(await readPlanes(pixels));
  });

  it('says so where there is no canvas at all', async () => {
    const pixels = kept(await createImageBitmap(paint(64, 48)));
    vi.stubGlobal('OffscreenCanvas', undefined);
    vi.spyOn(document, 'createElement').mockReturnValue(
      Object.defineProperty(document.createElement('canvas'), 'getContext', { value: () => null }),
    );
    await expect(readPlanes(pixels)).rejects.toMatchObject({ code: 'image/canvas-unavailable' });
  });

  it('leaves what it reads open, and refuses what is closed', async () => {
    const frame = toFrame(64, 48);
    await readPlanes(frame);
    expect(frame.format).toBe('I420');
    frame.close();
    await expect(readPlanes(frame)).rejects.toThrow(/./);
  });
});

describe('createPlaneReader', () => {
  it.each<[string, () => Promise<PlaneSource>]>([
    ['copied', async () => toFrame(64, 48)],
    ['drawn', async () => kept(await createImageBitmap(paint(64, 48)))],
  ])('reads frame after frame into the same memory when they are %s', async (_, open) => {
    const reader = createPlaneReader();
    const first = await reader.read(await open());
    const again = await reader.read(await open());
    expect(again).toBe(first);
    expectQuarters(again);
    reader.close();
  });

  it('follows a camera that changes size, range and format', async () => {
    const reader = createPlaneReader();
    for (const [width, height, camera] of [
      [64, 48, {}],
      [48, 64, {}],
      [48, 64, { isFull: true }],
      [48, 64, { format: 'NV12', isFull: true }],
      [640, 480, { format: 'NV12' }],
      [64, 48, {}],
    ] as const) {
      const planes = await reader.read(toFrame(width, height, camera));
      expect(planes).toMatchObject({ widthPx: width, heightPx: height, range: 'isFull' in camera ? 'full' : 'limited' });
      expectQuarters(planes);
    }
    reader.close();
  });

  it('turns to drawing where copying is slow and drawing is not', async () => {
    let nowMs = 0;
    const draw = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'drawImage');
    const reader = createPlaneReader(() => nowMs);
    const drawn: boolean[] = [];
    for (let index = 0; index < 8; index += 1) {
      const frame = toFrame(64, 48);
      const copyTo = frame.copyTo.bind(frame);
      frame.copyTo = (...args) => {
        nowMs += 30;
        return copyTo(...args);
      };
      draw.mockClear();
      expectQuarters(await reader.read(frame));
      drawn.push(draw.mock.calls.length > 0);
    }
    expect(drawn).toEqual([false, false, false, false, true, true, true, true]);
    reader.close();
  });
});
