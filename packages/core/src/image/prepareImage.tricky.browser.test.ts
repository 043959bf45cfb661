import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { isStepframeError } from '../errors/StepframeError.ts';
import type { PreparedImage } from '../contract/preparedImage.ts';
import { prepareImage } from './prepareImage.ts';

/** A file that breaks decoders, and what should become of it. */
interface TrickyFile {
  readonly kind: string;
  readonly file: string;
  /** `ok`, `reject:<reason>`, or a choice of them. */
  readonly expected: string;
  /** Of the upright picture. */
  readonly width?: number;
  readonly height?: number;
  readonly gps?: boolean;
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

/** The application segments and comments before a JPEG's scan, by the word they begin with. */
async function readSegments(jpeg: Blob): Promise<string[]> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const words: string[] = [];
  for (let at = 2; at < bytes.length && bytes[at + 1] !== 0xda; at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)) {
    if ((bytes[at + 1] ?? 0) >= 0xe0) words.push(new TextDecoder().decode(bytes.slice(at + 4, at + 20)).replace(/\W.*/s, ''));
  }
  return words;
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

/** A picture reduced to 12 x 8 pixels, to compare what it shows. */
async function reduce({ blob }: PreparedImage): Promise<number[]> {
  const bitmap = await createImageBitmap(blob, { resizeWidth: 12, resizeHeight: 8, resizeQuality: 'high' });
  const context = new OffscreenCanvas(12, 8).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return [...(context?.getImageData(0, 0, 12, 8).data ?? [])];
}

const files = await readIndex();
/** One photograph, stored in all eight orientations. */
const turned = files.filter(({ file }) => file.startsWith('tricky/orient_landscape_'));

describe('prepareImage of files that break decoders', () => {
  it('finds the labelled files, or says that it goes without', ({ skip }) => {
    skip(files.length === 0, `${folder} is not there: only the pictures that prepareImage.browser.test.ts makes are tried`);
    expect(files.length).toBeGreaterThan(40);
  });

  it.for(files)('judges $file as labelled: $expected', { timeout: 60_000 }, async (item) => {
    // The labels are about decoding, and some of the good files are tiny on purpose.
    const { outcomes, prepared } = await prepare(await readFile(item.file), item.expected.startsWith('ok') ? 1 : 2);
    const allowed = [...toAllowed(item.expected), ...(mayDecode.has(item.file) ? ['ok'] : [])];
    expect(outcomes).toHaveLength(1);
    expect(allowed).toEqual(expect.arrayContaining([...outcomes]));
    if (!prepared) return;

    const { width = 0, height = 0 } = item;
    const scale = Math.min(1, 1920 / Math.max(width, height));
    expect([prepared.widthPx, prepared.heightPx]).toEqual([Math.round(width * scale), Math.round(height * scale)]);
    expect(['JFIF', 'ICC_PROFILE']).toEqual(expect.arrayContaining(await readSegments(prepared.blob)));
  });

  it.for(turned.slice(1))('shows in $file what its upright twin shows', async ({ file }) => {
    const [first, second] = await Promise.all([readFile(turned[0]?.file ?? ''), readFile(file)]);
    const [expected, shown] = [await reduce(await prepareImage(first)), await reduce(await prepareImage(second))];
    expect(expected.length).toBe(12 * 8 * 4);
    expect(Math.max(...expected.map((value, index) => Math.abs(value - (shown[index] ?? -999))))).toBeLessThan(12);
  });
});
