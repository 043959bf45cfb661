import { describe, expect, it } from 'vitest';
import { readImageHeader } from './readImageHeader.ts';

const text = (value: string) => [...value].map((character) => character.codePointAt(0) ?? 0);
const big = (value: number, length: number) => Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
const little = (value: number, length: number) => big(value, length).toReversed();
const read = (...parts: readonly number[][]) => readImageHeader(new Uint8Array(parts.flat()));

/** EXIF data with a maker's tag, then the orientation. */
function exif(orientation: number, { order = 'MM', type = 3 } = {}): number[] {
  const put = order === 'II' ? little : big;
  const entry = (tag: number, kind: number, value: number[]) => [...put(tag, 2), ...put(kind, 2), ...put(1, 4), ...value];
  return [
    ...text(order),
    ...put(42, 2),
    ...put(8, 4),
    ...put(2, 2),
    ...entry(0x010f, 2, put(0, 4)),
    ...entry(0x0112, type, type === 3 ? [...put(orientation, 2), 0, 0] : put(orientation, 4)),
    ...put(0, 4),
  ];
}

const segment = (marker: number, data: number[]) => [0xff, marker, ...big(data.length + 2, 2), ...data];
const app1 = (data: number[]) => segment(0xe1, [...text('Exif\0\0'), ...data]);
const start = [0xff, 0xd8];
const frame = (marker: number, width: number, height: number) => segment(marker, [8, ...big(height, 2), ...big(width, 2), 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const end = [0xff, 0xd9];

const chunk = (type: string, data: number[]) => [...big(data.length, 4), ...text(type), ...data, 0, 0, 0, 0];
const png = (...chunks: number[][]) => [
  0x89,
  ...text('PNG\r\n'),
  0x1a,
  0x0a,
  ...chunk('IHDR', [...big(640, 4), ...big(480, 4), 8, 6, 0, 0, 0]),
  ...chunks.flat(),
];

const riff = (...chunks: number[][]) => [...text('RIFF'), ...little(chunks.flat().length + 4, 4), ...text('WEBP'), ...chunks.flat()];
const webpChunk = (type: string, data: number[]) => [
  ...text(type),
  ...little(data.length, 4),
  ...data,
  ...(data.length % 2 === 1 ? [0] : []),
];

const box = (type: string, data: number[]) => [...big(data.length + 8, 4), ...text(type), ...data];
const heif = (brand: string, ...compatible: string[]) => box('ftyp', [...text(brand), 0, 0, 0, 0, ...compatible.flatMap(text)]);
const ispe = (width: number, height: number) => box('ispe', [0, 0, 0, 0, ...big(width, 4), ...big(height, 4)]);

describe('readImageHeader', () => {
  it.each([
    ['image/jpeg', [...start, 0xff, 0xe0]],
    ['image/png', png()],
    ['image/webp', riff(webpChunk('VP8L', [0x2f, 0, 0, 0, 0]))],
    ['image/gif', [...text('GIF89a'), 1, 0, 1, 0]],
    ['image/avif', heif('avif')],
    ['image/avif', heif('mif1', 'avif', 'miaf')],
    ['image/heic', heif('heic', 'mif1')],
    ['image/heic', heif('mif1', 'heic')],
    ['image/bmp', [...text('BM'), ...little(100, 4), 0, 0, 0, 0, ...little(54, 4), ...Array.from({ length: 60 }, () => 0)]],
    ['image/tiff', [...text('II*\0'), 8, 0, 0, 0]],
    ['image/tiff', [...text('MM\0*'), 0, 0, 0, 8]],
    ['image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['image/svg+xml', text('\n<?xml version="1.0"?>\n<!-- made by hand -->\n<svg\nwidth="9">')],
    ['application/pdf', text('%PDF-1.7')],
    ['text/html', text('<!DOCTYPE html><script>1</script>')],
    ['text/html', text('<html><body><svg></svg></body></html>')],
    ['text/plain', text('My passport is in the other file.')],
  ])('tells %s by its bytes', (type, bytes) => {
    expect(read(bytes)?.type).toBe(type);
  });

  it.each([
    ['nothing', []],
    ['a line feed', [10]],
    ['zeros', Array.from({ length: 600 }, () => 0)],
    ['a film', heif('isom', 'mp42')],
    ['a sound in RIFF', [...text('RIFF'), 0, 0, 0, 0, ...text('WAVE')]],
  ])('knows no type for %s', (_what, bytes) => {
    expect(read(bytes)).toBeNull();
  });

  describe('of a JPEG', () => {
    it.each([0xc0, 0xc1, 0xc2, 0xc9])('reads the sides from frame header %i', (marker) => {
      expect(
        read(
          start,
          frame(marker, 403, 302),
          scan,
          Array.from({ length: 300 }, () => 1),
          end,
        ),
      ).toMatchObject({
        widthPx: 403,
        heightPx: 302,
        isComplete: true,
      });
    });

    it('skips tables that look like frame headers', () => {
      expect(read(start, segment(0xc4, [0, ...big(1, 2), ...big(1, 2)]), frame(0xc0, 30, 20), scan, end)?.widthPx).toBe(30);
    });

    it('takes the picture’s sides, not its thumbnail’s', () => {
      const thumbnail = [...start, ...frame(0xc0, 160, 120), ...scan, ...end];
      expect(read(start, app1([...exif(1), ...thumbnail]), frame(0xc0, 4000, 3000), scan, end)).toMatchObject({
        widthPx: 4000,
        heightPx: 3000,
      });
    });

    it.each([
      ['MM', 6],
      ['II', 6],
      ['MM', 2],
      ['II', 8],
    ])('reads orientation in byte order %s and says where it is written', (order, orientation) => {
      const before = [...start, ...segment(0xe0, text('JFIF\0'))];
      const bytes = new Uint8Array([...before, ...app1(exif(orientation, { order })), ...frame(0xc0, 30, 20), ...scan, ...end]);
      const header = readImageHeader(bytes);
      expect(header?.orientation).toBe(orientation);
      const tag = header?.orientationTag ?? { start: 0, end: 0, replacement: [] };
      bytes.set(tag.replacement, tag.start);
      expect(readImageHeader(bytes)).toEqual({ ...header, orientation: 1, orientationTag: undefined });
    });

    it.each([0, 1, 9, 65_535])('takes orientation %i for 1', (orientation) => {
      expect(read(start, app1(exif(orientation)), scan, end)).toMatchObject({ orientation: 1, orientationTag: undefined });
    });

    it('takes an orientation of another number type for 1, as browsers do', () => {
      expect(read(start, app1(exif(6, { type: 4 })), scan, end)?.orientation).toBe(1);
    });

    it('takes the first of two orientations', () => {
      expect(read(start, app1(exif(6)), app1(exif(3)), scan, end)?.orientation).toBe(6);
    });

    const adobe = (transform: number) => segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, transform]);
    const colours = (marker: number, ids: readonly number[], bits = 8) =>
      segment(marker, [bits, ...big(20, 2), ...big(30, 2), ids.length, ...ids.flatMap((id) => [id, 0x11, 0])]);
    it.each<[string, number[], string]>([
      ['grey', frame(0xc0, 30, 20), 'baseline'],
      ['colour', colours(0xc0, [1, 2, 3]), 'baseline'],
      ['colour by Adobe', [...adobe(1), ...colours(0xc0, [1, 2, 3])], 'baseline'],
      ['progressive', colours(0xc2, [1, 2, 3]), 'progressive'],
      ['extended', colours(0xc1, [1, 2, 3]), 'other'],
      ['arithmetic', colours(0xc9, [1, 2, 3]), 'other'],
      ['12 bits', colours(0xc0, [1, 2, 3], 12), 'other'],
      ['CMYK', colours(0xc0, [1, 2, 3, 4]), 'other'],
      ['RGB by Adobe', [...adobe(0), ...colours(0xc0, [1, 2, 3])], 'other'],
      ['RGB by its ids', colours(0xc0, [82, 71, 66]), 'other'],
    ])('tells how it is coded: %s', (_what, frames, coding) => {
      expect(read(start, frames, scan, end)?.coding).toBe(coding);
    });

    it('does not know how it is coded without a frame header', () => {
      expect(read(start, scan, end)?.coding).toBeUndefined();
    });

    it.each([
      ['what phones append after the end', [...scan, ...end, ...text('SEFT trailer'), 0xd9], true],
      ['padding before a marker', [0xff, 0xff, ...scan, ...end], true],
      ['no end', scan, false],
      ['no scan', end, false],
      ['an end inside a table only', [...segment(0xfe, end), ...scan], false],
      ['nothing', [], false],
      ['less than a bit for each block of a large picture', [...frame(0xc0, 4032, 3024), ...scan, ...end], false],
    ])('judges completeness with %s', (_what, rest, isComplete) => {
      expect(read(start, [0xff, 0xe0, 0, 2], rest)?.isComplete).toBe(isComplete);
    });
  });

  describe('of a PNG', () => {
    it('reads sides and end', () => {
      expect(read(png(chunk('IDAT', [1, 2, 3]), chunk('IEND', [])))).toMatchObject({ widthPx: 640, heightPx: 480, isComplete: true });
    });

    it('is incomplete without its end', () => {
      expect(read(png(chunk('IDAT', text('IEND'))))?.isComplete).toBe(false);
    });

    it('reads the orientation and takes its chunk out', () => {
      const bytes = png(chunk('IDAT', [1]), chunk('eXIf', exif(8)), chunk('IEND', []));
      const header = read(bytes);
      expect(header?.orientation).toBe(8);
      const { start: from = 0, end: to = 0 } = header?.orientationTag ?? {};
      expect([...bytes.slice(0, from), ...bytes.slice(to)]).toEqual(png(chunk('IDAT', [1]), chunk('IEND', [])));
    });
  });

  describe('of a WebP', () => {
    const vp8x = webpChunk('VP8X', [8, 0, 0, 0, ...little(2735, 3), ...little(3647, 3)]);

    it.each([
      ['lossy', webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(300 + 0x4000, 2), ...little(200, 2)]), 300, 200],
      ['lossless', webpChunk('VP8L', [0x2f, ...little(299 + 199 * 16_384, 4)]), 300, 200],
      ['extended', vp8x, 2736, 3648],
    ])('reads the sides of a %s one', (_what, data, widthPx, heightPx) => {
      expect(read(riff(data))).toMatchObject({ widthPx, heightPx, isComplete: true });
    });

    it.each([
      ['with', text('Exif\0\0')],
      ['without', []],
    ])('reads the orientation %s a prefix', (_what, prefix) => {
      expect(read(riff(vp8x, webpChunk('ALPH', [1]), webpChunk('EXIF', [...prefix, ...exif(6, { order: 'II' })])))?.orientation).toBe(6);
    });

    it('is incomplete when it is shorter than it says', () => {
      expect(readImageHeader(new Uint8Array(riff(vp8x).slice(0, -1)))?.isComplete).toBe(false);
    });
  });

  it('reads the sides of a GIF', () => {
    expect(read(text('GIF87a'), little(320, 2), little(240, 2))).toMatchObject({ widthPx: 320, heightPx: 240 });
  });

  it('takes the largest size of an AVIF or HEIC, whose tiles and thumbnails are listed too', () => {
    expect(read(heif('heic'), ispe(512, 512), ispe(4032, 3024), ispe(320, 240))).toMatchObject({ widthPx: 4032, heightPx: 3024 });
  });

  it('never throws and never invents an orientation, whatever the bytes', () => {
    let seed = 20_260_101;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const samples = [
      [...start, ...app1(exif(6)), ...frame(0xc0, 30, 20), ...scan, ...end],
      png(chunk('eXIf', exif(5)), chunk('IDAT', [1]), chunk('IEND', [])),
      riff(webpChunk('VP8X', [8, 0, 0, 0, 1, 0, 0, 1, 0, 0]), webpChunk('EXIF', exif(3))),
      [...heif('avif'), ...ispe(10, 10)],
      [...text('GIF89a'), 1, 0, 1, 0],
    ];
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = new Uint8Array(samples[round % samples.length] ?? []);
      for (let change = random(6); change >= 0; change -= 1) bytes[random(bytes.length)] = random(4) === 0 ? 0xff : random(256);
      const header = readImageHeader(bytes.subarray(0, 1 + random(bytes.length)));
      if (!header) continue;
      expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(header.orientation);
      expect(header.orientationTag === undefined).toBe(header.orientation === 1);
      expect(header.widthPx).not.toBe(0);
      expect(header.heightPx).not.toBe(0);
    }
  });
});
