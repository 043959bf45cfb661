// How well documents are found and pictures judged, on a folder of labelled pictures: `npm run eval -- ../shared/data`, with
// `--json FILE` to keep the numbers, `--skip-tricky` to go without a browser. Exits with 1 when a target is missed.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessItems } from './assessItems.ts';
import { createTargets } from './createTargets.ts';
import type { EvalItem } from './EvalItem.ts';
import { labelIssue } from './labelIssue.ts';
import { readIndex } from './readIndex.ts';
import type { Section } from './Section.ts';
import { type Check, tellChecks } from './tellChecks.ts';
import { tellClips } from './tellClips.ts';
import { tellOutlines } from './tellOutlines.ts';
import { tellTricky } from './tellTricky.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, 'skip-tricky': { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder) fail('Name a folder of labelled pictures: `npm run eval -- ../shared/data`.');

const flaws: readonly Check[] = [
  { name: 'blur', issue: 'blurred', isWanted: ({ blur }) => blur, isAsked: true },
  { name: 'glare', issue: 'glare', isWanted: ({ glare }) => glare, isAsked: true },
  { name: 'dark', issue: 'dark', isWanted: ({ dark }) => dark, isAsked: true },
  { name: 'partial', issue: 'cut-off', isWanted: ({ partial }) => partial, isAsked: true },
];
const [blur, , dark] = flaws;

/** A check on the one reason a label names; where it names another, whether this holds too is not known. */
function reasonCheck(name: string, expected: string, subject: 'document' | 'face'): Check {
  const issue = labelIssue(expected, subject) ?? 'no-face';
  return { name, issue, isAsked: false, isWanted: (item) => (item.expected === expected ? true : item.expected === 'ok' ? false : null) };
}

const targets = createTargets();
const sections: Section[] = [];
try {
  const items = readIndex(folder);
  const ofKind = (...kinds: readonly string[]): readonly EvalItem[] => items.filter(({ kind }) => kinds.includes(kind));
  const began = performance.now();
  const documents = await assessItems(folder, ofKind('document'), 'document');
  const backgrounds = await assessItems(folder, ofKind('background'), 'document');
  const faces = await assessItems(folder, ofKind('face', 'noface'), 'face');
  if (documents.length > 0 || backgrounds.length > 0) {
    tell(tellOutlines(documents, backgrounds, targets));
    tell(tellChecks({ title: 'Flaws of documents and backgrounds', assessed: [...documents, ...backgrounds], checks: flaws, targets }));
    const framing = [
      reasonCheck('too far', 'reject:too_far', 'document'),
      reasonCheck('too close', 'reject:too_close', 'document'),
      reasonCheck('tilted', 'reject:steep_angle', 'document'),
    ];
    tell(tellChecks({ title: 'Framing of documents', assessed: documents, checks: framing, targets }));
  }
  if (faces.length > 0 && blur && dark) {
    const checks = [
      blur,
      dark,
      reasonCheck('too bright', 'reject:too_bright', 'face'),
      reasonCheck('no face', 'reject:no_face', 'face'),
      reasonCheck('several faces', 'reject:multiple_faces', 'face'),
      reasonCheck('face too far', 'reject:too_small', 'face'),
      reasonCheck('face too close', 'reject:too_close', 'face'),
      reasonCheck('face off centre', 'reject:off_centre', 'face'),
      reasonCheck('face cut off', 'reject:face_cut_off', 'face'),
    ];
    tell(tellChecks({ title: 'Faces, with the boxes of the labels', assessed: faces, checks, targets }));
  }
  const clips = ofKind('video');
  if (clips.length > 0) tell(await tellClips(folder, clips, targets));
  const tricky = ofKind('tricky');
  if (tricky.length > 0 && !values['skip-tricky']) tell(await tellTricky(folder, tricky, targets));
  console.log(`\nTook ${((performance.now() - began) / 1000).toFixed(0)} s.`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

const missed = targets.missed();
if (values.json) {
  writeFileSync(values.json, `${JSON.stringify({ sections: sections.map(({ title, data }) => ({ title, data })), missed }, null, 2)}\n`);
  console.log(`Wrote ${values.json}`);
}
if (missed.length === 0) console.log('Every target is met.');
else console.log(`Targets missed: ${missed.map(({ name }) => name).join('; ')}.`);
process.exitCode = missed.length === 0 ? 0 : 1;

function tell(section: Section): void {
  sections.push(section);
  console.log(`\n## ${section.title}\n\n${section.lines.join('\n')}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
