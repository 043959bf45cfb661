import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalItem } from './EvalItem.ts';
import { judgeTricky } from './judgeTricky.ts';

let folder = '';
let path = '';
let picture = Buffer.alloc(0);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricky-'));
  path = join(folder, 'corner.jpg');
  const light = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  picture = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#222' } })
    .composite([{ input: light, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
  await sharp(picture).toFile(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

const label = (expected: string, more: Partial<EvalItem> = {}): EvalItem => ({
  file: 'tricky/corner.jpg',
  kind: 'tricky',
  expected,
  synthetic: true,
  quad: null,
  faceBoxes: null,
  blur: null,
  glare: null,
  dark: null,
  partial: null,
  borderline: false,
  width: 120,
  height: 80,
  labelsFile: undefined,
  ...more,
});
const refuse = (code: string) => ({ status: 'refused', code, ms: 1 }) as const;
const prepare = (bytes: Buffer, widthPx = 120, heightPx = 80) =>
  ({ status: 'prepared', widthPx, heightPx, base64: bytes.toString('base64'), ms: 1 }) as const;

describe('judgeTricky', () => {
  it.each([
    ['reject:corrupt', 'image/corrupt', true],
    ['reject:corrupt', 'image/empty', true],
    ['reject:corrupt', 'image/too-large', false],
    ['reject:corrupt_or_ok', 'image/corrupt', true],
    ['ok', 'image/corrupt', false],
    ['ok_if_decodable_else:unsupported_type', 'image/unsupported-type', true],
    ['ok_first_frame_or_reject', 'image/unsupported-type', true],
    ['ok_first_frame_or_reject', 'no code: TypeError', false],
  ])('judges by the label %s a refusal with %s', async (expected, code, passed) => {
    expect((await judgeTricky(path, label(expected), refuse(code))).passed).toBe(passed);
  });

  it.each([
    ['ok', true],
    ['reject:corrupt_or_ok', true],
    ['reject:corrupt', false],
    ['reject:too_large', false],
    ['reject:unsupported_type_or_corrupt', true],
  ])('judges by the label %s a picture that came out whole', async (expected, passed) => {
    expect((await judgeTricky(path, label(expected), prepare(picture))).passed).toBe(passed);
  });

  it('does not take a document of another kind for a picture that came out better', async () => {
    const script = label('reject:unsupported_type', { file: 'tricky/script.svg' });
    expect((await judgeTricky(path, script, prepare(picture))).passed).toBe(false);
  });

  it('sees that a picture lies on its side, on its head or in a mirror', async () => {
    const outcomes = [
      prepare(await sharp(picture).rotate(90).toBuffer(), 80, 120),
      prepare(await sharp(picture).rotate(180).toBuffer()),
      prepare(await sharp(picture).flop().toBuffer()),
    ];
    for (const outcome of outcomes) expect(await judgeTricky(path, label('ok'), outcome)).toMatchObject({ passed: false });
  });

  it('sees that a picture kept more than its orientation', async () => {
    const told = await sharp(picture)
      .withExif({ IFD0: { ImageDescription: 'A description that is longer than any orientation' } })
      .jpeg()
      .toBuffer();
    expect(await judgeTricky(path, label('ok'), prepare(told))).toMatchObject({ passed: false, note: expect.stringContaining('EXIF') });
  });
});
