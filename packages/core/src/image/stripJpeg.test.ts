import { describe, expect, it } from 'vitest';
import { stripJpeg } from './stripJpeg.ts';

const text = (value: string) => [...value].map((character) => character.codePointAt(0) ?? 0);
const segment = (marker: number, data: number[]) => [0xff, marker, Math.floor((data.length + 2) / 256), (data.length + 2) % 256, ...data];
const start = [0xff, 0xd8];
const end = [0xff, 0xd9];
const jfif = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const exif = segment(0xe1, [...text('Exif\0\0'), ...text('MM\0*GPS 51.5 N')]);
const icc = segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, 9, 9]);
const tables = [...segment(0xdb, [0, 1, 2]), ...segment(0xc4, [0, 3])];
const frame = segment(0xc0, [8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xff, 0xd0, 0x56, 0xff, 0xd1, 0x78];

async function strip(...parts: readonly number[][]): Promise<number[] | undefined> {
  const blob = stripJpeg(new Uint8Array(parts.flat()), 1);
  return blob && [...new Uint8Array(await blob.arrayBuffer())];
}

describe('stripJpeg', () => {
  it('keeps tables, frame, scan and colour profile to the byte, and begins with a plain JFIF', async () => {
    const thumbnail = segment(0xe0, [...text('JFXX\0'), 1, 2, 3]);
    const others = [
      ...segment(0xed, text('Photoshop')),
      ...segment(0xee, text('Adobe')),
      ...segment(0xfe, text('by me')),
      ...segment(0xe2, text('MPF')),
    ];
    expect(await strip(start, jfif, thumbnail, exif, icc, others, tables, frame, scan, end)).toEqual(
      [start, jfif, icc, tables, frame, scan, end].flat(),
    );
  });

  it('drops what follows the end, and what stands between scans', async () => {
    const between = segment(0xfe, text('later'));
    expect(await strip(start, tables, frame, scan, between, tables, scan, end, start, exif, end)).toEqual(
      [start, jfif, tables, frame, scan, tables, scan, end].flat(),
    );
  });

  it('skips padding before a marker', async () => {
    expect(await strip(start, [0xff], exif, [0xff, 0xff], tables, frame, scan, end)).toEqual(
      [start, jfif, tables, frame, scan, end].flat(),
    );
  });

  it('drops bytes that belong to nothing, as decoders do', async () => {
    expect(await strip(start, jfif, [1, 2, 3], tables, frame, scan, end)).toEqual([start, jfif, tables, frame, scan, end].flat());
  });

  it('writes an orientation and nothing else of EXIF', async () => {
    const blob = stripJpeg(new Uint8Array([start, exif, tables, frame, scan, end].flat()), 6);
    const bytes = [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
    const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
    const orientation = segment(0xe1, [...text('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]);
    expect(bytes).toEqual([start, jfif, orientation, tables, frame, scan, end].flat());
  });

  it.each<[string, number[][]]>([
    ['a scan without an end', [start, frame, scan]],
    ['restarts out of turn', [start, frame, [...scan, 0xff, 0xd5, 1], end]],
    ['a segment that is longer than the file', [start, [0xff, 0xdb, 200, 0, 1]]],
    ['nothing', [start]],
  ])('leaves %s to a decoder', async (_what, parts) => {
    expect(await strip(...parts)).toBeUndefined();
  });
});
