import { en } from '@stepframe/ui';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChosenFile } from './createCustomer.ts';
import { expectPrepared } from './expectPrepared.ts';
import { startBreakableLine } from './startBreakableLine.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let passport: ChosenFile;
let selfie: ChosenFile;
beforeAll(async () => {
  stage = await startStage({ processingMs: 2_500 });
  passport = { name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front };
  selfie = { name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.face };
});
afterAll(() => stage.close());

describe.concurrent('an interrupted journey', () => {
  it('keeps the picture when the network is lost in the middle of sending, and goes on by itself when it is back', async () => {
    const line = await startBreakableLine(stage.demo.url);
    const { page, customer, journeyId } = await stage.visit({ url: line.url });
    await customer.begin('passport');
    await customer.chooseFile(passport);
    await customer.button(en['action.send']).waitFor();
    line.cutAfter(passport.buffer.length / 2);
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/process-journey-step'));
    await customer.button(en['action.send']).click();
    await failed;
    await page.getByText(en['uploading.pausing']).first().waitFor();
    const id = await journeyId();
    const accepted = () => stage.demo.sandbox.submissions().filter(({ journeyId: of, result }) => of === id && result.accepted);
    expect(accepted()).toHaveLength(0);

    await line.mend();
    await customer.heading(en['document.accepted']).waitFor();
    expect(accepted()).toHaveLength(1);
    await expectPrepared(accepted()[0]?.image, passport.buffer);
    await page.context().close();
    await line.close();
  });

  it('waits for the network when it was gone before the picture was sent', async () => {
    const { context, customer, journeyId } = await stage.visit();
    await customer.begin('passport');
    await customer.chooseFile(passport);
    await customer.button(en['action.send']).waitFor();
    await context.setOffline(true);
    await customer.button(en['action.send']).click();
    await customer.heading(en['uploading.offline.title']).waitFor();
    await context.setOffline(false);
    await customer.heading(en['document.accepted']).waitFor();
    expect(stage.demo.sandbox.accepted(await journeyId())).toHaveLength(1);
    await context.close();
  });

  it('goes on where it was when the page is reloaded', async () => {
    const { page, customer, problems, journeyId } = await stage.visit();
    await customer.begin('passport');
    const id = await journeyId();
    await page.reload();
    await customer.heading('Photograph your passport').waitFor();

    await customer.sendPassport(passport);
    await customer.heading(en['document.processing']).waitFor();
    await page.reload();
    await customer.heading(en['document.processing']).waitFor();
    await customer.heading(en['document.accepted']).waitFor();
    await page.reload();
    await customer.heading(en['selfie.title']).waitFor();

    await customer.sendSelfie(selfie);
    await customer.heading(en['selfie.accepted']).waitFor();
    await page.reload();
    // Nothing is left to do, so the journey is completed without another word.
    await customer.heading('You’re verified').waitFor();
    await page.reload();
    await customer.heading('You’re verified').waitFor();

    expect(await journeyId()).toBe(id);
    expect(stage.demo.sandbox.submissions().filter(({ journeyId: of }) => of === id)).toHaveLength(2);
    expect(problems).toEqual([]);
    await customer.button('Start again').click();
    await customer.button('Start verification').waitFor();
    await page.context().close();
  });

  it('offers a new start when the session is gone', async () => {
    const { page, customer } = await stage.visit();
    await customer.begin('passport');
    await page.evaluate(() => {
      const key = 'quillmere.verification';
      const saved = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, unknown>;
      sessionStorage.setItem(key, JSON.stringify({ ...saved, token: 'no.such.session' }));
    });
    await page.reload();
    await customer.heading('Your session has ended').waitFor();
    await customer.button('Start again').click();
    await customer.begin('passport');
    await customer.heading('Photograph your passport').waitFor();
    expect(await customer.heading('Your session has ended').count()).toBe(0);
    await page.context().close();
  });
});
