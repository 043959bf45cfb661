import { afterAll, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { isStepframeError } from '../errors/StepframeError.ts';
import type { PreparedImage } from '../contract/preparedImage.ts';
import { leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import { defaultImageLimits } from './imageLimits.ts';
import { prepareImage } from './prepareImage.ts';
import { readExtras } from './testing/readPicture.ts';

/** A file that breaks decoders, and what should become of it. */
interface TrickyFile {
  readonly kind: string;
  readonly file: string;
  /** `ok`, `reject:<reason>`, or a choice of them. */
  readonly expected: string;
  /** Of the upright picture. */
  readonly width?: number;
  readonly height?: number;
  readonly exifOrientation?: number | null;
  readonly tags: readonly string[];
}

/** A folder beside the repository, not part of it. */
const folder = '../shared/data';

const codes: Record<string, readonly string[]> = {
  corrupt: ['image/corrupt', 'image/empty'],
  unsupported_type: ['image/unsupported-type'],
  too_small: ['image/too-small'],
  too_large: ['image/too-large'],
};

const types: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif' };

async function readIndex(): Promise<readonly TrickyFile[]> {
  try {
    const index: { items: TrickyFile[] } = JSON.parse(await commands.readFile(`${folder}/index.json`));
    return index.items.filter(({ kind }) => kind === 'tricky');
  } catch {
    return [];
  }
}

async function readFile(path: string): Promise<File> {
  const binary = atob(await commands.readFile(`${folder}/${path}`, { encoding: 'base64' }));
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  return new File([bytes], path, { type: types[path.split('.').at(-1) ?? ''] ?? '' });
}

/** What became of a file, in the words of its label: `ok`, or the reasons its code stands for. */
async function prepare(file: File, minEdgePx: number): Promise<{ outcomes: readonly string[]; prepared?: PreparedImage }> {
  try {
    return { outcomes: ['ok'], prepared: await prepareImage(file, { limits: { minEdgePx } }) };
  } catch (error) {
    if (!isStepframeError(error)) throw error;
    return { outcomes: Object.keys(codes).filter((reason) => codes[reason]?.includes(error.code)) };
  }
}

/**
 * Labelled as refused because most browsers do not decode arithmetic coding; Debian's Chromium does. Both are right, because what
 * comes out is baseline JPEG.
 */
const mayDecode = new Set(['tricky/doc_arithmetic.jpg']);

/** The outcomes a label allows: `reject:corrupt_or_ok`, `ok_if_decodable_else:unsupported_type`, `ok_first_frame_or_reject` … */
const toAllowed = (expected: string) =>
  ['ok', ...Object.keys(codes)].filter((outcome) => (outcome === 'ok' ? /(^|_)ok/.test(expected) : expected.includes(outcome)));

/** A picture on white, reduced to 12 x 8 pixels, to compare what it shows. */
async function reduce(file: Blob): Promise<number[]> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  URL.revokeObjectURL(image.src);
  const bitmap = await createImageBitmap(image, { resizeWidth: 12, resizeHeight: 8, resizeQuality: 'high' });
  const context = new OffscreenCanvas(12, 8).getContext('2d');
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 12, 8);
    context.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
  return [...(context?.getImageData(0, 0, 12, 8).data ?? [])];
}

async function expectSamePicture(shown: Blob, expected: Blob): Promise<void> {
  const [first, second] = await Promise.all([reduce(shown), reduce(expected)]);
  expect(second.length).toBe(12 * 8 * 4);
  const differences = second.map((value, index) => Math.abs(value - (first[index] ?? -999)));
  // Filters differ at edges; a picture that lies another way differs everywhere.
  expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(4);
}

const files = await readIndex();
/** One photograph, stored in all eight orientations. */
const turned = files.filter(({ file }) => file.startsWith('tricky/orient_landscape_'));

const lease = leaseCaptureWorker();
afterAll(() => lease.release());

describe('prepareImage of files that break decoders', () => {
  it('finds the labelled files, or says that it goes without', ({ skip }) => {
    skip(files.length === 0, `${folder} is not there: only the pictures that prepareImage.browser.test.ts makes are tried`);
    expect(files.length).toBeGreaterThan(40);
  });

  it.for(files)('judges $file as labelled: $expected', { timeout: 60_000 }, async (item) => {
    const file = await readFile(item.file);
    // The labels are about decoding, and some of the good files are tiny on purpose.
    const { outcomes, prepared } = await prepare(file, item.expected.startsWith('ok') ? 1 : 2);
    const allowed = [...toAllowed(item.expected), ...(mayDecode.has(item.file) ? ['ok'] : [])];
    expect(outcomes).toHaveLength(1);
    expect(allowed).toEqual(expect.arrayContaining([...outcomes]));
    if (!prepared) return;

    const { width = 0, height = 0 } = item;
    const limit = defaultImageLimits.maxEdgePx;
    const longest = Math.max(prepared.widthPx, prepared.heightPx);
    const source = Math.max(width, height);
    expect(longest).toBeLessThanOrEqual(limit);
    // As it is when it is inside the limit; else at the limit, or what a decoder gives just under it.
    expect(longest).toBeGreaterThanOrEqual(source > limit ? limit * 0.9 : source);
    expect(prepared.widthPx / prepared.heightPx).toBeCloseTo(width / height, 2);
    expect(prepared.preparation.place).toBe('worker');
    const extras = await readExtras(prepared);
    expect(['JFIF', 'ICC_PROFILE']).toEqual(expect.arrayContaining(extras));
    // This browser shows neither WebP turned by its EXIF, nor more than the beginning of a moving picture.
    if (item.tags.includes('animated') || (item.file.endsWith('.webp') && (item.exifOrientation ?? 1) !== 1)) return;
    await expectSamePicture(prepared.blob, file);
  });

  it.for(turned.slice(1))('shows in $file what its upright twin shows', async ({ file }) => {
    const [first, second] = await Promise.all([readFile(turned[0]?.file ?? ''), readFile(file)]);
    const [expected, shown] = [await prepareImage(first), await prepareImage(second)];
    expect(expected.preparation.path).toBe('stripped');
    expect(shown.preparation.path).toBe('decoded');
    await expectSamePicture(shown.blob, expected.blob);
  });
});
