import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driveCamera } from './driveCamera.ts';
import { findNearest } from './findNearest.ts';
import { keepPictures, readShownPicture } from './keepPictures.ts';
import type { Visit } from './openVisit.ts';
import { type ClipFrame, readClip } from './readClip.ts';
import { type Stage, startStage } from './startStage.ts';

/** As the clips were filmed. */
const frameMs = 1_000 / 30;
/** From look to look of a device that keeps up, on the clock that the test drives. */
const everyMs = 150;
/** Longer than the patience after which a shaky hand is forgiven, and several times through the clip. */
const looksInPatience = 12_000 / everyMs;
/** Twice through the clip, in which the face holds still for longer than it would take. */
const looksAtFace = 6_000 / everyMs;
/** Minutes, on that clock. */
const mostLooks = 400;

let stage: Stage;
let card: readonly ClipFrame[];
let selfie: readonly ClipFrame[];
beforeAll(async () => {
  stage = await startStage();
  card = await readClip('card');
  selfie = await readClip('selfie');
});
afterAll(() => stage.close());

const hints = new Set<string>(
  Object.entries(en).flatMap(([key, words]) => (key.startsWith('hint.') && typeof words === 'string' ? [words] : [])),
);

/** Collects the words over the live picture from now on. */
async function collectWords(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const words = new Set<string>();
    Object.assign(globalThis, { words });
    const look = () => words.add(document.querySelector('.sf-hint')?.textContent ?? '');
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return async () => {
    const seen = await page.evaluate(() => [...(globalThis as unknown as { words: Set<string> }).words]);
    return seen.filter((words) => hints.has(words));
  };
}

/** Everybody's steps up to the camera, which sees these frames. */
async function openCamera(frames: readonly ClipFrame[], begin = async ({ customer }: Visit) => customer.begin('passport')) {
  const visit = await stage.visit();
  const camera = await driveCamera(visit.page);
  await begin(visit);
  await keepPictures(visit.page);
  await camera.load(frames.map(({ jpeg }) => jpeg));
  await visit.customer.button(en['action.openCamera']).click();
  return { ...visit, camera };
}

describe('a document in front of the camera', () => {
  it.each([
    { speed: 'at its own speed', times: 1, lookMs: everyMs },
    { speed: 'at half its speed', times: 2, lookMs: everyMs },
    { speed: 'at a third of its speed and two looks a second', times: 3, lookMs: 500 },
  ])('is photographed automatically, $speed, in a good frame and no other', async ({ times, lookMs }) => {
    const { page, customer, camera, problems } = await openCamera(card);
    for (const retake of [false, true]) {
      if (retake) await customer.button(en['action.retake']).click();
      await customer.button(en['action.takePicture']).waitFor();
      expect(await camera.play({ frameMs: frameMs * times, everyMs: lookMs, mostLooks })).toBeLessThan(mostLooks);
      await customer.button(en['action.send']).waitFor();
      const { index, label, likeness } = await findNearest(await readShownPicture(page), card);
      process.stdout.write(`Taken by itself: frame ${index} of ${card.length}, labelled ${label}, likeness ${likeness.toFixed(4)}\n`);
      expect(likeness).toBeGreaterThan(0.97);
      expect(label).toBe('ok');
    }
    await customer.button(en['action.send']).click();
    await customer.heading(en['document.accepted']).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('is not photographed by itself while no frame is good, and the person is told why', async () => {
    const { page, customer, camera, problems } = await openCamera(card.filter(({ label }) => label !== 'ok'));
    const readWords = await collectWords(page);
    await customer.button(en['action.takePicture']).waitFor();
    expect(await camera.play({ frameMs, everyMs, mostLooks: looksInPatience })).toBe(looksInPatience);
    expect(await customer.button(en['action.send']).isVisible()).toBe(false);
    const words = await readWords();
    process.stdout.write(`Said over bad frames of a document: ${words.join(' · ')}\n`);
    expect(words.length).toBeGreaterThan(1);
    expect(words).not.toContain(en['hint.hold']);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a face in front of the camera', () => {
  it('is told what to do, and photographed by hand only', async () => {
    const { page, customer, camera, problems } = await openCamera(selfie, async (visit) => {
      await visit.customer.begin('passport');
      await visit.customer.sendPassport({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front });
      await visit.customer.goOnAfter(en['document.accepted']);
    });
    const readWords = await collectWords(page);
    await customer.button(en['action.takePicture']).waitFor();
    expect(await camera.play({ frameMs, everyMs, mostLooks: looksAtFace })).toBe(looksAtFace);
    expect(await customer.button(en['action.send']).isVisible()).toBe(false);
    const words = await readWords();
    process.stdout.write(`Said over a face: ${words.join(' · ')}\n`);
    expect(words.length).toBeGreaterThan(0);

    await customer.button(en['action.takePicture']).click();
    await customer.button(en['action.send']).waitFor();
    const { index, label, likeness } = await findNearest(await readShownPicture(page), selfie);
    process.stdout.write(`Taken by hand: frame ${index} of ${selfie.length}, labelled ${label}, likeness ${likeness.toFixed(4)}\n`);
    expect(likeness).toBeGreaterThan(0.97);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
