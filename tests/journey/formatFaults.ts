import type { FaultRow, Finding } from './playFault.ts';
import type { StartFinding } from './playStart.ts';

/** A row of the table with what came of it. */
export interface FoundFault {
  readonly row: Pick<FaultRow, 'section' | 'fault' | 'isVaulted'>;
  readonly finding: Finding;
}

export interface FoundStart {
  readonly section: string;
  readonly fault: string;
  readonly finding: StartFinding;
}

/** The tables of `docs/reliability.md`: one for each place, with faults of the same outcome in one line. Pure. */
export function formatFaults(starts: readonly FoundStart[], faults: readonly FoundFault[]): string {
  const count = starts.length + faults.length;
  const startHead = ['What goes wrong', '`startJourney` throws', 'Journeys begun in all', 'The second call'];
  const startRows = starts.map(({ section, fault, finding }) => ({
    section,
    fault,
    cells: [
      finding.code === null ? 'nothing' : `\`${finding.code}\`${finding.retryable ? '' : ' (not retryable)'}`,
      String(finding.begun),
      finding.isAgainFine ? 'gives a journey' : 'fails',
    ],
  }));
  const head = ['What goes wrong', 'What the step says', 'Sent', 'Reached the API', 'Taken', 'The picture', 'The way on'];
  const rows = faults.map(({ row, finding }) => ({
    section: row.section,
    fault: row.fault,
    cells: [
      finding.said || 'nothing of it',
      String(finding.sent),
      String(finding.reached),
      String(finding.taken),
      toPicture(finding, row.isVaulted ?? false),
      finding.ways.length > 0 ? finding.ways.join(', then ') : 'by itself',
    ],
  }));
  const tables = [...toTables(startHead, startRows), ...toTables(head, rows)];
  return [`${count} faults.`, ...tables].join('\n\n');
}

function toPicture({ isKept, isSame }: Finding, isVaulted: boolean): string {
  if (!isSame) return 'another one';
  if (isVaulted) return 'came back from the vault';
  return isKept ? 'kept, byte by byte' : 'arrived the first time';
}

interface Line {
  readonly section: string;
  readonly fault: string;
  readonly cells: readonly string[];
}

function toTables(head: readonly string[], lines: readonly Line[]): readonly string[] {
  const sections = [...new Set(lines.map(({ section }) => section))];
  return sections.map((section) => {
    const groups = new Map<string, string[]>();
    for (const { fault, cells } of lines.filter((line) => line.section === section)) {
      const outcome = cells.join(' | ');
      groups.set(outcome, [...(groups.get(outcome) ?? []), fault]);
    }
    const body = [...groups].map(([outcome, names]) => `| ${names.join(' · ')} | ${outcome} |`);
    return [`### ${section}\n`, `| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...body].join('\n');
  });
}
