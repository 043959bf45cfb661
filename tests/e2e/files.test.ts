import { en } from '@stepframe/ui';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChosenFile } from './createCustomer.ts';
import { expectPrepared } from './expectPrepared.ts';
import { listJpegSegments } from './listJpegSegments.ts';
import { type Stage, startStage } from './startStage.ts';
import { toPhonePhoto } from './toPhonePhoto.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const jpeg = (name: string, buffer: Buffer): ChosenFile => ({ name, mimeType: 'image/jpeg', buffer });

describe.concurrent('a journey by files', () => {
  it('brings a turned photo with its place to the API upright and without', async () => {
    const front = await toPhonePhoto(stage.pictures.front);
    const back = await toPhonePhoto(stage.pictures.back);
    expect((await sharp(front).metadata()).orientation).toBe(6);
    expect(listJpegSegments(front)).toContain(0xe1);
    const { page, customer, problems, journeyId } = await stage.visit();

    await customer.begin('card');
    await customer.chooseFile(jpeg('front.jpg', front));
    await customer.button(en['action.next'].replace('{side}', en['document.back'])).click();
    await customer.chooseFile(jpeg('back.jpg', back));
    await customer.button(en['action.sendBoth']).click();
    await customer.goOnAfter(en['document.accepted']);
    await customer.sendSelfie(jpeg('me.jpg', await toPhonePhoto(stage.pictures.face)));
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('You’re verified').waitFor();

    const id = await journeyId();
    const [document, selfie] = stage.demo.sandbox.submissions().filter((submission) => submission.journeyId === id);
    await expectPrepared(document?.image, front);
    await expectPrepared(document?.image2, back);
    await expectPrepared(selfie?.image, stage.pictures.face);
    for (const image of [document?.image, document?.image2, selfie?.image]) {
      expect(image).toMatchObject({ orientation: 1, hasMetadata: false, hasGps: false });
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('names what is wrong with a file, and takes the next one', async () => {
    const { pictures, demo, visit } = stage;
    const wrong: readonly (readonly [ChosenFile, string])[] = [
      [
        { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n') },
        en['error.image/unsupported-type.application/pdf'],
      ],
      [jpeg('notes.jpg', Buffer.from('This is a text that calls itself a photograph.')), en['error.image/unsupported-type']],
      [jpeg('cut.jpg', pictures.front.subarray(0, Math.floor(pictures.front.length * 0.6))), en['error.image/corrupt']],
      [jpeg('nothing.jpg', Buffer.alloc(0)), en['error.image/empty']],
    ];
    const { page, customer, problems, journeyId } = await visit();
    await customer.begin('card');
    await customer.chooseFile(jpeg('front.jpg', pictures.front));
    await customer.button(en['action.next'].replace('{side}', en['document.back'])).click();

    let button: string = en['action.chooseFile'];
    for (const [file, words] of wrong) {
      await customer.chooseFile(file, button);
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      button = en['action.chooseAnotherFile'];
    }
    await customer.chooseFile(jpeg('back.jpg', pictures.back), button);
    await customer.button(en['action.sendBoth']).click();
    await customer.heading(en['document.accepted']).waitFor();

    const id = await journeyId();
    const submissions = demo.sandbox.submissions().filter((submission) => submission.journeyId === id);
    expect(submissions).toHaveLength(1);
    await expectPrepared(submissions[0]?.image, pictures.front);
    await expectPrepared(submissions[0]?.image2, pictures.back);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
