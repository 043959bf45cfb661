import { formatTable } from '../bench/harness/formatTable.ts';
import type { AssessedItem } from './assessItems.ts';
import { formatShare, type Targets } from './createTargets.ts';
import { clipToFrame, measureOverlap } from './measureOverlap.ts';
import type { Section } from './Section.ts';
import { splitByOrigin } from './splitByOrigin.ts';

const wantedOverlap = 0.9;
const minShareFound = 0.85;
/** One in nine. */
const maxFalseShare = 0.112;

interface Outline {
  readonly file: string;
  readonly seen: number;
  readonly whole: number;
}

function measureOutline({ item, report }: AssessedItem): Outline {
  const { frameWidthPx, frameHeightPx, quad } = report;
  if (!quad || !item.quad) return { file: item.file, seen: 0, whole: 0 };
  const found = quad.map(({ x, y }) => [x, y] as const);
  const clip = (corners: typeof found) => clipToFrame(corners, frameWidthPx, frameHeightPx);
  return { file: item.file, seen: measureOverlap(clip(found), clip([...item.quad])), whole: measureOverlap(found, item.quad) };
}

function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** How well outlines are found, and how often something is taken for a document that is none. */
export function tellOutlines(documents: readonly AssessedItem[], backgrounds: readonly AssessedItem[], targets: Targets): Section {
  const rows = splitByOrigin(documents).map(([origin, items]) => {
    const outlines = items.map(measureOutline);
    const share = outlines.filter(({ seen }) => seen >= wantedOverlap).length / outlines.length;
    const good =
      origin === 'all' ? targets.judge({ name: 'documents found', measured: share, atLeast: minShareFound }) : formatShare(share);
    return [
      origin,
      String(items.length),
      good,
      formatShare(findMedian(outlines.map(({ seen }) => seen))),
      formatShare(outlines.filter(({ whole }) => whole >= wantedOverlap).length / outlines.length),
      formatShare(findMedian(outlines.map(({ whole }) => whole))),
    ];
  });
  const wrong = backgrounds.filter(({ report }) => report.quad).map(({ item }) => item.file);
  const wrongShare = targets.judge({
    name: 'backgrounds taken for documents',
    measured: wrong.length / backgrounds.length,
    atMost: maxFalseShare,
  });
  const poor = documents.map(measureOutline).filter(({ seen }) => seen < wantedOverlap);
  return {
    title: `Documents found (overlap of at least ${wantedOverlap}; asked: at least ${minShareFound} of all; seen = clipped to the frame)`,
    lines: [
      formatTable(['', 'pictures', 'found, seen', 'median, seen', 'found, whole', 'median, whole'], rows),
      ...poor.map(({ file, seen, whole }) => `  poor: ${file} ${formatShare(seen)}, whole ${formatShare(whole)}`),
      '',
      `Backgrounds taken for documents: ${wrong.length} of ${backgrounds.length}, ${wrongShare} (asked: at most one in nine)`,
      ...wrong.map((file) => `  false: ${file}`),
    ],
    data: { rows, outlines: documents.map(measureOutline), falseDocuments: wrong },
  };
}
