import { en } from '@stepframe/ui';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChosenFile } from './createCustomer.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let passport: ChosenFile;
/** The very bytes that were rejected would not be sent again without another word. */
let otherPicture: ChosenFile;
let selfie: ChosenFile;
beforeAll(async () => {
  stage = await startStage();
  passport = { name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front };
  otherPicture = { ...passport, buffer: stage.pictures.back };
  selfie = { name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.face };
});
afterAll(() => stage.close());

describe.concurrent('what the API says', () => {
  it('reaches the customer as feedback, and a new picture is accepted', async () => {
    const { page, customer, problems, journeyId } = await stage.visit();
    await customer.chooseScenario('rejected-cropped-then-approved');
    await customer.begin('passport');
    await customer.sendPassport(passport);
    await customer.heading(en['feedback.feedback_document_cropped.title']).waitFor();
    await page.getByText(en['feedback.feedback_document_cropped.details'], { exact: true }).waitFor();

    await customer.sendPassport(otherPicture);
    await customer.heading(en['document.accepted']).waitFor();
    const id = await journeyId();
    const attempts = stage.demo.sandbox.submissions().filter(({ journeyId: of }) => of === id);
    expect(attempts.map(({ result }) => result)).toMatchObject([
      { accepted: true, attempt: 1 },
      { accepted: true, attempt: 2 },
    ]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('stays neutral when no attempt is left, and the journey goes on to its end', async () => {
    const { page, customer, problems } = await stage.visit();
    await customer.chooseScenario('rejected-concluded');
    await customer.begin('passport');
    await customer.sendPassport(passport);
    await customer.heading(en['feedback.feedback_not_physical_document.title']).waitFor();
    await customer.sendPassport(otherPicture);
    await customer.goOnAfter(en['concluded.title']);
    await customer.sendSelfie(selfie);
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('We need a closer look').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('asks for a closer look when every step passed and a rule across them did not', async () => {
    const { page, customer, problems } = await stage.visit();
    await customer.begin('passport');
    // In the middle of a journey another scenario begins another journey.
    await customer.chooseScenario('face-mismatch');
    await customer.button(/^Passport/).click();
    await customer.sendPassport(passport);
    await customer.goOnAfter(en['document.accepted']);
    await customer.sendSelfie(selfie);
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('We need a closer look').waitFor();
    expect(await page.getByText('You’re verified').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
