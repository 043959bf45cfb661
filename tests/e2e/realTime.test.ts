import { en } from '@stepframe/ui';
import { expect, it } from 'vitest';
import { findNearest } from './findNearest.ts';
import { keepPictures, readShownPicture } from './keepPictures.ts';
import { readClip } from './readClip.ts';
import { startStage } from './startStage.ts';

/** The clip is played over and over, and a busy machine may miss its good frames a few times. */
const hangMs = 240_000;
/** Each frame so often, or the good ones would be gone before two looks of the slowest device. */
const times = 4;

it('takes a document automatically in real time, from the camera of Chromium, at whatever speed the machine has', async () => {
  const card = await readClip('card');
  const stage = await startStage();
  try {
    await stage.showToCamera(Buffer.concat(card.flatMap(({ jpeg }) => Array.from({ length: times }, () => jpeg))));
    const { page, customer, problems } = await stage.visit();
    await customer.begin('passport');
    await keepPictures(page);
    await customer.button(en['action.openCamera']).click();
    await customer.button(en['action.send']).waitFor({ timeout: hangMs });
    const { label, likeness } = await findNearest(await readShownPicture(page), card);
    expect(likeness).toBeGreaterThan(0.97);
    expect(label).toBe('ok');
    expect(problems).toEqual([]);
  } finally {
    await stage.close();
  }
});
