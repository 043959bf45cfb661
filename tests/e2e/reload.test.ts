import { en } from '@stepframe/ui';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChosenFile } from './createCustomer.ts';
import { readKept, untilKept } from './keptRecords.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let front: ChosenFile;
let back: ChosenFile;
let selfie: ChosenFile;
beforeAll(async () => {
  stage = await startStage({ processingMs: 2_500 });
  const { pictures } = stage;
  front = { name: 'front.jpg', mimeType: 'image/jpeg', buffer: pictures.front };
  back = { name: 'back.jpg', mimeType: 'image/jpeg', buffer: pictures.back };
  selfie = { name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: pictures.face };
});
afterAll(() => stage.close());

it('goes on after a reload on every screen of the journey, and each step is taken once', async () => {
  const { page, context, customer, problems, journeyId } = await stage.visit();
  const { button, heading } = customer;
  /** Reloads the page, and expects to be where it was. */
  const reload = async (sign: ReturnType<typeof heading>) => {
    await sign.waitFor();
    await page.reload();
    await sign.waitFor();
  };
  const chooseFile = async (file: ChosenFile) => {
    const sinceMs = Date.now();
    await customer.chooseFile(file);
    await untilKept(page, sinceMs);
  };

  await reload(button('Start verification'));
  await customer.chooseScenario('selfie-rejected-then-approved');
  await button('Start verification').click();
  await reload(button(/^ID card/));
  await button(/^ID card/).click();
  await reload(heading('Photograph your ID card'));
  const id = await journeyId();

  // The front is there after a reload, before the back is begun and in the middle of it.
  await chooseFile(front);
  const next = button(en['action.next'].replace('{side}', en['document.back']));
  await reload(next);
  await next.click();
  await page.reload();
  await next.waitFor();
  await next.click();
  await chooseFile(back);
  await reload(button(en['action.sendBoth']));
  expect(await page.locator('.sf-picture-frame [role="img"]').count()).toBe(2);

  // In the middle of an upload that takes long.
  const network = await context.newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await button(en['action.sendBoth']).click();
  await heading(en['uploading.title']).waitFor();
  await page.reload();
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await button(en['action.sendBoth']).click();
  // What had not reached the relay before the reload is for the person to say.
  const processing = heading(en['document.processing']);
  await processing.or(button(en['action.sendAgain'])).waitFor();
  if (!(await processing.isVisible())) await button(en['action.sendAgain']).click();

  await reload(processing);
  await heading(en['document.accepted']).waitFor();
  // Nobody need press on: after a reload the next step is there.
  await page.reload();
  await reload(heading(en['selfie.title']));
  await chooseFile(selfie);
  await reload(button(en['action.send']));
  await button(en['action.send']).click();
  await reload(heading(en['selfie.processing']));
  const another = button(en['action.takeNew']);
  await reload(another);
  await chooseFile({ ...selfie, buffer: stage.pictures.front });
  await reload(button(en['action.send']));
  await button(en['action.send']).click();
  await heading(en['selfie.accepted']).waitFor();
  await page.reload();
  await reload(heading('You’re verified'));

  const { sandbox } = stage.demo;
  expect(sandbox.accepted(id).map(({ stepId, count }) => ({ stepId, count }))).toEqual([
    { stepId: '0', count: 1 },
    { stepId: '10', count: 1 },
    { stepId: '10', count: 1 },
  ]);
  // The relay's word that it does not know.
  expect(problems.filter((problem) => !problem.includes('409'))).toEqual([]);
  // Nothing of it stays behind.
  expect(await readKept(page)).toEqual([]);
  await context.close();
});
