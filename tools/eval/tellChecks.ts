import { formatTable } from '../bench/harness/formatTable.ts';
import type { FrameIssue } from '../../packages/core/src/quality/frameReport.ts';
import type { AssessedItem } from './assessItems.ts';
import { countFlags, type FlagCounts } from './countFlags.ts';
import { formatShare, type Targets } from './createTargets.ts';
import type { EvalItem } from './EvalItem.ts';
import type { Section } from './Section.ts';
import { splitByOrigin } from './splitByOrigin.ts';

/** A check, the issue it raises, and what a label says of it; `null` where it says nothing. */
export interface Check {
  readonly name: string;
  readonly issue: FrameIssue;
  readonly isWanted: (item: EvalItem) => boolean | null;
  /** Whether the precision and recall asked for hold for it. */
  readonly isAsked: boolean;
}

export interface TellChecksOptions {
  readonly title: string;
  readonly assessed: readonly AssessedItem[];
  readonly checks: readonly Check[];
  readonly targets: Targets;
}

const minPrecision = 0.9;
const minRecall = 0.8;

function count(items: readonly AssessedItem[], { issue, isWanted }: Check): FlagCounts {
  return countFlags(
    items.flatMap(({ item, report }) => {
      const wanted = isWanted(item);
      const given = report.issues.includes(issue);
      if (wanted === null || (item.borderline && wanted !== given)) return [];
      return [{ file: item.file, wanted, given }];
    }),
  );
}

/** Precision and recall of checks that say yes or no. The targets hold for all pictures together; few kinds of flaw have real ones. */
export function tellChecks({ title, assessed, checks, targets }: TellChecksOptions): Section {
  const counted = checks.flatMap((check) =>
    splitByOrigin(assessed).map(([origin, items]) => ({ check, origin, counts: count(items, check) })),
  );
  const rows = counted.map(({ check, origin, counts }) => {
    const isAsked = check.isAsked && origin === 'all';
    const tell = (name: string, measured: number, atLeast: number) =>
      isAsked ? targets.judge({ name: `${name} of ${check.name}`, measured, atLeast }) : formatShare(measured);
    return [
      `${check.name}, ${origin}`,
      String(counts.total),
      String(counts.hits + counts.missed.length),
      String(counts.hits),
      String(counts.missed.length),
      String(counts.false.length),
      tell('precision', counts.precision, minPrecision),
      tell('recall', counts.recall, minRecall),
    ];
  });
  const all = counted.filter(({ origin }) => origin === 'all');
  return {
    title: checks.some(({ isAsked }) => isAsked)
      ? `${title} (asked of all: precision at least ${minPrecision}, recall at least ${minRecall})`
      : title,
    lines: [
      formatTable(['', 'pictures', 'labelled', 'hits', 'missed', 'false', 'precision', 'recall'], rows),
      ...all.flatMap(({ check, counts }) => counts.missed.map((file) => `  ${check.name} missed: ${file}`)),
      ...all.flatMap(({ check, counts }) => counts.false.map((file) => `  ${check.name} false: ${file}`)),
    ],
    data: Object.fromEntries(counted.map(({ check, origin, counts }) => [`${check.name}, ${origin}`, counts])),
  };
}
