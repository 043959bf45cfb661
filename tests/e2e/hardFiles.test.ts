import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExifOrientation } from '@stepframe/sandbox/testing';
import { en, type PluralText } from '@stepframe/ui';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectPrepared } from './expectPrepared.ts';
import { keepPictures, countShown, readShownPicture, untilShownOrRefused } from './keepPictures.ts';
import { listJpegSegments } from './listJpegSegments.ts';
import { type HardFile, makeHardFiles, toOriented } from './makeHardFiles.ts';
import { measureLikeness } from './measureLikeness.ts';
import type { Visit } from './openVisit.ts';
import { readTrickyFiles } from './readTrickyFiles.ts';
import { type Stage, startStage } from './startStage.ts';

/** No goal, only a sign that it hangs; what it takes is printed. */
const hangMs = 30_000;
const exifMarker = 0xe1;
const orientations: readonly ExifOrientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** What became of a file in the page. */
interface Ending {
  readonly outcome: string;
  readonly ms: number;
  /** What would be sent. */
  readonly picture: Buffer | null;
}

let stage: Stage;
let folder: string;
let visit: Visit;
const times: { readonly name: string; readonly outcome: string; readonly ms: number }[] = [];
beforeAll(async () => {
  stage = await startStage();
  folder = await mkdtemp(join(tmpdir(), 'stepframe-files-'));
});
beforeEach(async () => {
  visit = await stage.visit();
  await visit.customer.begin('passport');
  await keepPictures(visit.page);
});
afterEach(async () => {
  await expectUsable(visit);
  await visit.page.context().close();
});
afterAll(async () => {
  const slowest = times.toSorted((one, other) => other.ms - one.ms);
  process.stdout.write(`From the choice of a file to its end, ${times.length} files; the goal is 2000 ms each. The slowest:\n`);
  for (const { name, outcome, ms } of slowest.slice(0, 8))
    process.stdout.write(`  ${`${ms} ms`.padStart(8)}  ${outcome.padEnd(22)} ${name}\n`);
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  // By its path: larger files than 50 MB cannot be handed over in any other way.
  const path = join(folder, name.replaceAll('/', '-'));
  await writeFile(path, bytes);
  await page.locator('input[type=file]').first().setInputFiles(path);
}

/** Gives the step a file and waits until there is something new to look at, or a refusal that names its cause. */
async function tryFile({ page, customer }: Visit, { name, bytes }: Pick<HardFile, 'name' | 'bytes'>): Promise<Ending> {
  const last = await countShown(page);
  const startedAt = performance.now();
  await chooseFile(page, name, bytes);
  const isRefused = (await untilShownOrRefused(page, last, hangMs)) === 'refused';
  const ms = Math.round(performance.now() - startedAt);
  const alert = page.getByRole('alert');
  const outcome = isRefused ? toCode(await alert.innerText()) : 'ok';
  const picture = isRefused ? null : await readShownPicture(page);
  times.push({ name, outcome, ms });
  // By program: a tap so soon after the last one, in the same place, would count as its second half.
  if (isRefused) await customer.button(en['action.back']).or(customer.button(en['action.keep'])).dispatchEvent('click');
  await alert.waitFor({ state: 'hidden' });
  return { outcome, ms, picture };
}

/** The error code that a text stands for; the text itself when it stands for none. */
function toCode(text: string): string {
  const isText = (words: string | PluralText) =>
    new RegExp(
      `^${(typeof words === 'string' ? words : words.other).replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`,
    ).test(text.trim());
  const key = Object.entries(en).find(([name, words]) => name.startsWith('error.image/') && isText(words))?.[0];
  return key?.split('.')[1] ?? text;
}

/** The page has said nothing on the console in the course of it, and a good file goes through. */
async function expectUsable({ page, customer, problems, journeyId }: Visit): Promise<void> {
  await chooseFile(page, 'good.jpg', stage.pictures.front);
  await customer.button(en['action.send']).click();
  await customer.heading(en['document.accepted']).waitFor();
  const id = await journeyId();
  const submissions = stage.demo.sandbox.submissions().filter((submission) => submission.journeyId === id);
  expect(submissions).toHaveLength(1);
  await expectPrepared(submissions[0]?.image, stage.pictures.front);
  // The last resort for what does not decode is an image element, which the demo's policy refuses.
  expect(problems.filter((problem) => !problem.startsWith("Loading the image 'blob:"))).toEqual([]);
}

/** What is wrong with a picture that should hold nothing but a file's pixels, upright; `null` when it does. */
async function findFault(picture: Buffer, bytes: Buffer): Promise<string | null> {
  const { format, width, height, exif, xmp, iptc, orientation } = await sharp(picture).metadata();
  if (format !== 'jpeg') return `it is ${format}`;
  if (exif || xmp || iptc || orientation || listJpegSegments(picture).includes(exifMarker)) return 'it holds metadata';
  const upright = sharp(bytes, { failOn: 'none' }).autoOrient().resize({ width: 480, height: 480, fit: 'inside' }).png();
  const { data, info } = await upright.toBuffer({ resolveWithObject: true });
  if (Math.abs(width / height - info.width / info.height) > 0.01) return `it is ${width} x ${height}, from ${info.width} x ${info.height}`;
  const likeness = await measureLikeness(picture, data);
  return likeness > 0.97 ? null : `its likeness is ${likeness}`;
}

/** Tries one file after the other in the same page, and names each that did not end as it may. */
async function findFaults(files: readonly HardFile[]): Promise<readonly string[]> {
  const faults: (string | Promise<string | null>)[] = [];
  for (const { name, bytes, outcomes } of files) {
    const { outcome, picture } = await tryFile(visit, { name, bytes });
    if (!outcomes.includes(outcome)) faults.push(`${name}: ${outcome}, not ${outcomes.join(' or ')}`);
    // What came out is looked at while the page is given the next file.
    if (picture) faults.push(findFault(picture, bytes).then((fault) => fault && `${name}: ${fault}`));
  }
  return (await Promise.all(faults)).filter((fault) => fault !== null);
}

describe('a file that is hard to handle', () => {
  it('becomes upright and stripped under each orientation, with a place in it', async () => {
    const looks: Promise<void>[] = [];
    for (const orientation of orientations) {
      const bytes = await toOriented(stage.pictures.front, orientation);
      expect(listJpegSegments(bytes)).toContain(exifMarker);
      const { outcome, picture } = await tryFile(visit, { name: `orientation-${orientation}.jpg`, bytes });
      expect(outcome).toBe('ok');
      looks.push(expectPrepared(picture && { blob: new Blob([new Uint8Array(picture)]) }, stage.pictures.front));
    }
    await Promise.all(looks);
  });

  it('becomes a picture or a refusal that names its cause, and the next one can be chosen', async () => {
    expect(await findFaults(await makeHardFiles(stage.pictures.front))).toEqual([]);
  });

  it('ends as its label says where it lies beside the repository', async () => {
    expect(await findFaults(readTrickyFiles())).toEqual([]);
  });
});
