import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNearest } from './findNearest.ts';
import { keepPictures, readShownPicture } from './keepPictures.ts';
import type { Visit } from './openVisit.ts';
import { type ClipFrame, readClip } from './readClip.ts';
import { type Stage, startStage } from './startStage.ts';

/** Longer than the patience after which a shaky hand is forgiven, and several times through the clip. */
const watchMs = 12_000;
/** Twice through the clip, in which the face holds still for longer than it would take. */
const watchFaceMs = 6_000;
const hangMs = 60_000;

let stage: Stage;
let card: readonly ClipFrame[];
let selfie: readonly ClipFrame[];
beforeAll(async () => {
  stage = await startStage();
  card = await readClip('card');
  selfie = await readClip('selfie');
});
afterAll(() => stage.close());

/** Plays frames in front of the camera, in a loop of 30 frames a second. */
const play = (frames: readonly ClipFrame[]) => stage.showToCamera(Buffer.concat(frames.map(({ jpeg }) => jpeg)));

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

async function openCamera(): Promise<Visit> {
  const visit = await stage.visit();
  await visit.customer.begin('passport');
  await keepPictures(visit.page);
  await visit.customer.button(en['action.openCamera']).click();
  return visit;
}

describe('a document in front of the camera', () => {
  it.each([
    { speed: 'at its own speed', times: 1 },
    { speed: 'at half its speed', times: 2 },
  ])('is photographed by itself, $speed, in a good frame and no other', async ({ times }) => {
    await play(card.flatMap((frame) => Array.from({ length: times }, () => frame)));
    const { page, customer, problems } = await openCamera();
    for (const retake of [false, true]) {
      if (retake) await customer.button(en['action.retake']).click();
      await customer.button(en['action.send']).waitFor({ timeout: hangMs });
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
    await play(card.filter(({ label }) => label !== 'ok'));
    const { page, customer, problems } = await openCamera();
    const readWords = await collectWords(page);
    await customer.button(en['action.takePicture']).waitFor();
    await page.waitForTimeout(watchMs);
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
    await play(selfie);
    const { page, customer, problems } = await stage.visit();
    await customer.begin('passport');
    await customer.sendPassport({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front });
    await customer.goOnAfter(en['document.accepted']);
    await keepPictures(page);
    await customer.button(en['action.openCamera']).click();
    const readWords = await collectWords(page);
    await customer.button(en['action.takePicture']).waitFor();
    await page.waitForTimeout(watchFaceMs);
    expect(await customer.button(en['action.send']).isVisible()).toBe(false);
    const words = await readWords();
    process.stdout.write(`Said over a face: ${words.join(' · ')}\n`);
    expect(words.length).toBeGreaterThan(0);

    if (selfie.some(({ label }) => label === 'no_face')) await untilSomebodyComes(page);
    await customer.button(en['action.takePicture']).click();
    await customer.button(en['action.send']).waitFor();
    const { index, label, likeness } = await findNearest(await readShownPicture(page), selfie);
    process.stdout.write(`Taken by hand: frame ${index} of ${selfie.length}, labelled ${label}, likeness ${likeness.toFixed(4)}\n`);
    expect(likeness).toBeGreaterThan(0.97);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** For a clip that begins with an empty wall, which is like no other picture; what comes after it lasts long enough to be photographed. */
async function untilSomebodyComes(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const video = document.querySelector('video');
    const context = new OffscreenCanvas(32, 24).getContext('2d', { willReadFrequently: true });
    if (!video || !context) throw new Error('There is no video to look at.');
    const isEmpty = () => {
      context.drawImage(video, 0, 0, 32, 24);
      const levels = context.getImageData(0, 0, 32, 24).data.filter((_, index) => index % 4 === 1);
      return Math.max(...levels) - Math.min(...levels) < 60;
    };
    const nextFrame = async () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!isEmpty()) await nextFrame();
    while (isEmpty()) await nextFrame();
  });
}
