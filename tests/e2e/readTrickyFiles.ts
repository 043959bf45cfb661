import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HardFile } from './makeHardFiles.ts';

interface LabelledFile {
  readonly kind: string;
  readonly file: string;
  /** `ok`, `reject:<reason>`, or a choice of them such as `ok_if_decodable_else:unsupported_type`. */
  readonly expected: string;
  /** Of the upright picture. */
  readonly width?: number;
  readonly height?: number;
}

const folder = new URL('../../../shared/data/', import.meta.url);
const smallestEdgePx = 320;

/** The labels' words for the codes. */
const codes = {
  corrupt: ['image/corrupt', 'image/empty'],
  unsupported_type: ['image/unsupported-type'],
  too_small: ['image/too-small'],
  too_large: ['image/too-large'],
} as const;

/**
 * Labelled because most browsers do not decode arithmetic coding; Debian's Chromium does. Both are right: what is sent is baseline JPEG.
 */
const mayDecode = new Set(['tricky/doc_arithmetic.jpg']);

/** Labelled files that lie beside the repository; none where they do not. Says on the console which. */
export function readTrickyFiles(): readonly HardFile[] {
  const index = fileURLToPath(new URL('index.json', folder));
  if (!existsSync(index)) {
    process.stdout.write('Tricky files: ../shared/data is not there, so only those that can be made are tried.\n');
    return [];
  }
  const { items } = JSON.parse(readFileSync(index, 'utf8')) as { items: readonly LabelledFile[] };
  const tricky = items.filter(({ kind }) => kind === 'tricky');
  process.stdout.write(`Tricky files: ${tricky.length} from ../shared/data\n`);
  return tricky.map((label) => ({
    name: label.file,
    bytes: readFileSync(new URL(label.file, folder)),
    outcomes: toOutcomes(label),
  }));
}

function toOutcomes({ file, expected, width = 0, height = 0 }: LabelledFile): readonly string[] {
  // A file whose size the label leaves open may be small as well.
  const isSmall = Math.min(width, height) < smallestEdgePx;
  const isOpen = expected.endsWith('_or_reject');
  const mayPass = /(^|_)ok/.test(expected) || isOpen || mayDecode.has(file);
  const reasons = Object.entries(codes).flatMap(([reason, list]) => (expected.includes(reason) ? list : []));
  return [
    ...(mayPass && !isSmall ? ['ok'] : []),
    ...reasons,
    // The labels know nothing of our smallest side; and a label that leaves the reason open takes this one.
    ...(isSmall ? ['image/too-small'] : []),
    ...(isOpen ? ['image/unsupported-type'] : []),
  ];
}
