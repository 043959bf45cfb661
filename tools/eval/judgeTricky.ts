import sharp from 'sharp';
import type { EvalItem } from './EvalItem.ts';
import type { TrickyOutcome } from './trickyPage.ts';

/** A file's outcome beside its label. */
export interface TrickyVerdict {
  readonly file: string;
  readonly expected: string;
  readonly outcome: string;
  readonly passed: boolean;
  /** What is wrong, or why it is better than labelled. */
  readonly note: string;
  readonly ms: number;
}

/** The codes that answer to a label's reason. */
const codes: Readonly<Record<string, readonly string[]>> = {
  corrupt: ['image/corrupt', 'image/empty'],
  unsupported_type: ['image/unsupported-type', 'image/undecodable'],
  too_small: ['image/too-small'],
  too_large: ['image/too-large'],
};

/** A photograph's least likeness to itself prepared, as the correlation of two thumbnails; turned or mirrored it is far below. */
const minLikeness = 0.9;
const thumbnail = { width: 16, height: 12 };
/** Of a thumbnail's levels; what is flatter looks the same whichever way it is turned. */
const minDeviation = 8;

async function reduce(picture: string | Buffer): Promise<Buffer | undefined> {
  try {
    const shown = sharp(picture, { limitInputPixels: false }).rotate().flatten({ background: '#fff' }).toColourspace('srgb');
    return await shown
      .greyscale()
      .resize({ ...thumbnail, fit: 'fill' })
      .raw()
      .toBuffer();
  } catch {
    return undefined;
  }
}

/** Correlation of two thumbnails; `undefined` where one is flat. */
function compare(one: Buffer, other: Buffer): number | undefined {
  const meanOf = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [meanOf(one), meanOf(other)];
  let [aa, bb, ab] = [0, 0, 0];
  one.forEach((value, index) => {
    const there = (other[index] ?? 0) - b;
    aa += (value - a) ** 2;
    bb += there ** 2;
    ab += (value - a) * there;
  });
  const isFlat = Math.min(aa, bb) < one.length * minDeviation ** 2;
  return isFlat ? undefined : ab / Math.sqrt(aa * bb);
}

async function findFault(
  path: string,
  { width, height }: EvalItem,
  prepared: Extract<TrickyOutcome, { status: 'prepared' }>,
): Promise<string> {
  const { widthPx, heightPx, base64 } = prepared;
  if (width && height) {
    const scale = Math.max(widthPx, heightPx) / Math.max(width, height);
    const isSized = Math.abs(widthPx - width * scale) <= 1.5 && Math.abs(heightPx - height * scale) <= 1.5 && scale <= 1;
    if (!isSized) return `is ${widthPx} x ${heightPx} of ${width} x ${height}`;
  }
  const picture = Buffer.from(base64, 'base64');
  const { exif } = await sharp(picture).metadata();
  // Room for an orientation and nothing else.
  if (exif && exif.length > 64) return `keeps ${exif.length} bytes of EXIF`;
  const [before, after] = [await reduce(path), await reduce(picture)];
  const likeness = before && after ? compare(before, after) : undefined;
  return likeness !== undefined && likeness < minLikeness ? `does not look like itself: ${likeness.toFixed(2)}` : '';
}

/**
 * Judges what became of a file by its label: `ok`, `reject:<reason>`, or a choice of them such as `reject:corrupt_or_ok`.
 *
 * Better than labelled is a picture of a rare kind that comes out whole where the label settles for its being refused as such.
 */
export async function judgeTricky(path: string, item: EvalItem, outcome: TrickyOutcome): Promise<TrickyVerdict> {
  const { file, expected } = item;
  const mayPass = /(^|_)ok/.test(expected);
  const result = { file, expected, ms: outcome.ms };
  if (outcome.status === 'refused') {
    const isNamed = Object.entries(codes).some(([reason, named]) => expected.includes(reason) && named.includes(outcome.code));
    const passed = isNamed || (expected.endsWith('or_reject') && outcome.code.startsWith('image/'));
    return { ...result, outcome: outcome.code, passed, note: '' };
  }
  const fault = await findFault(path, item, outcome);
  const isRare = expected.includes('unsupported_type') && item.kind === 'tricky' && /\.(jpe?g|heic|avif|webp)$/.test(file);
  const note = fault || (!mayPass && isRare ? 'better: decoded all the same' : '');
  return { ...result, outcome: `ok, ${outcome.widthPx} x ${outcome.heightPx}`, passed: !fault && (mayPass || isRare), note };
}
