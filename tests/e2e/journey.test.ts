import { en } from '@stepframe/ui';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectPrepared } from './expectPrepared.ts';
import { measureLikeness } from './measureLikeness.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe('a journey by camera', () => {
  it('brings the pictures that were shown to the API and ends with its verdict', async () => {
    const { demo, pictures, showToCamera } = stage;
    const { page, customer, problems, foreignRequests, journeyId } = await stage.visit();

    await customer.begin('card');
    await customer.button(en['action.openCamera']).click();
    await customer.photograph();
    await showToCamera(pictures.back);
    await customer.button(en['action.next'].replace('{side}', en['document.back'])).click();
    await customer.photograph();
    await customer.button(en['action.sendBoth']).click();
    await customer.goOnAfter(en['document.accepted']);

    await showToCamera(pictures.face);
    await customer.button(en['action.openCamera']).click();
    await customer.photograph();
    await customer.button(en['action.send']).click();
    await customer.goOnAfter(en['selfie.accepted']);

    await customer.heading('You’re verified').waitFor();

    const id = await journeyId();
    const submissions = demo.sandbox.submissions().filter((submission) => submission.journeyId === id);
    expect(submissions.map(({ stepId, result }) => [stepId, result.accepted])).toEqual([
      ['0', true],
      ['10', true],
    ]);
    const [document, selfie] = submissions;
    await expectPrepared(document?.image, pictures.front);
    await expectPrepared(document?.image2, pictures.back);
    // What the customer saw mirrored is sent as the camera saw it.
    await expectPrepared(selfie?.image, pictures.face);
    expect(await measureLikeness(pictures.front, pictures.back)).toBeLessThan(0.9);

    expect(foreignRequests).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
