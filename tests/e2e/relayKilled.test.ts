import { en } from '@stepframe/ui';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SplitDemo, startSplitDemo } from './startSplitDemo.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let demo: SplitDemo;
beforeAll(async () => {
  [stage, demo] = await Promise.all([startStage(), startSplitDemo({ processingMs: 2_500 })]);
});
afterAll(() => Promise.all([stage.close(), demo.close()]));

it('finishes with one accepted submission per step when the relay is killed in the middle of an upload and comes back', async () => {
  const { page, context, customer, journeyId } = await stage.visit({ url: demo.url });
  const { button, heading } = customer;
  const network = await context.newCDPSession(page);
  const throttle = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });

  await customer.begin('passport');
  const id = await journeyId();
  await customer.chooseFile({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front });
  await button(en['action.send']).waitFor();
  await throttle(30_000);
  await button(en['action.send']).click();
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0.1);
  await demo.killRelay();
  await page.getByText(en['uploading.pausing']).first().waitFor();
  expect(demo.sandbox.accepted(id)).toEqual([]);
  await throttle(-1);
  await demo.startRelay();
  // Where a proxy took a body that nobody was there to hear of, only the person can say what to do.
  const accepted = heading(en['document.accepted']);
  await accepted.or(button(en['action.sendAgain'])).waitFor({ timeout: 90_000 });
  if (!(await accepted.isVisible())) await button(en['action.sendAgain']).click();
  await accepted.waitFor();

  // Killed again when all of the upload is there and the verdict is not.
  await button(en['action.continue']).click();
  await customer.chooseFile({ name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.face });
  await button(en['action.send']).click();
  await heading(en['selfie.processing']).waitFor();
  await demo.killRelay();
  await demo.startRelay();
  await heading(en['selfie.accepted']).waitFor();
  await button(en['action.continue']).click();
  await heading('You’re verified').waitFor();
  expect(demo.sandbox.accepted(id)).toMatchObject([
    { stepId: '0', count: 1 },
    { stepId: '10', count: 1 },
  ]);
  await context.close();
});
