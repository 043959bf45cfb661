import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { browserRows } from './browserRows.ts';
import { callFaults } from './callFaults.ts';
import { callRows, hops } from './callRows.ts';
import { formatFaults, type FoundFault, type FoundStart } from './formatFaults.ts';
import { type Finding, playFault } from './playFault.ts';
import { playStart } from './playStart.ts';
import { serverRows } from './serverRows.ts';

/** Where the tables are kept; `STEPFRAME_UPDATE=1 npx vitest run tests/journey/faults.test.ts` writes them. */
const path = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
const marks = ['<!-- What follows is written by tests/journey/faults.test.ts. -->', '<!-- Until here. -->'] as const;

const faultRows = [...callRows, ...browserRows, ...serverRows];
const starts: FoundStart[] = [];
const faults: FoundFault[] = [];

const startRows = (['line', 'api'] as const).flatMap((hop) =>
  callFaults.map((named) => ({ section: `Starting, ${hops[hop]}`, fault: named.name, hop, named })),
);

it.each(startRows.map((row) => [`${row.section}: ${row.fault}`, row] as const))('%s', async (_, { section, fault, hop, named }) => {
  const finding = await playStart(hop, named);
  starts.push({ section, fault, finding });
  expect(finding.code ?? 'none/at-all').toMatch(/^[a-z]+\/[a-z-]+$/);
  expect(finding.isAgainFine).toBe(true);
});

const namedRows = faultRows.map((row) => [`${row.section}: ${row.fault}`, row] as const);

it.each(namedRows)('%s', async (_, row) => {
  const finding = await playFault(row);
  faults.push({ row, finding });
  expectRules(finding);
});

it.each(namedRows)('in a cache: %s', async (_, row) => expectRules(await playFault(row, 'cache')));

function expectRules(finding: Finding): void {
  // One of each capture at most, its own bytes, and a journey that was brought to its end.
  expect(finding.taken).toBe(1);
  expect(finding).toMatchObject({ isSame: true, end: 'accepted, completed' });
  // Whatever failed said so by a code.
  for (const failure of finding.said.split(', ').filter((word) => word.startsWith('failed'))) {
    expect(failure).toMatch(/^failed `[a-z]+\/[a-z-]+`$/);
  }
}

it('finds what docs/reliability.md says; STEPFRAME_UPDATE=1 writes it there', () => {
  const text = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = text.split(marks[0]);
  const [, after = ''] = rest.split(marks[1]);
  const found = `${before}${marks[0]}\n\n${formatFaults(starts, faults)}\n\n${marks[1]}${after}`;
  expect(before).not.toBe(text);
  const isUpdate = process.env['STEPFRAME_UPDATE'] !== undefined;
  if (isUpdate) writeFileSync(path, found);
  // A run of some of the rows cannot tell.
  const isWhole = starts.length === startRows.length && faults.length === faultRows.length;
  expect(isWhole && !isUpdate ? text : found).toBe(found);
});
