import { AxeBuilder } from '@axe-core/playwright';
import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChosenFile } from './createCustomer.ts';
import { findCuts } from './findCuts.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let passport: ChosenFile;
let selfie: ChosenFile;
beforeAll(async () => {
  stage = await startStage();
  passport = { name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front };
  selfie = { name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.face };
});
afterAll(() => stage.close());

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** What axe finds on the page as it stands, light and dark, on a phone and on a desk; also a page wider than its window. */
async function findFaults(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Colours that are still on their way from one scheme to the other would be measured half-way.
      await page.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
      // Otherwise each look would be evaluated in a window of its own. The pages have no frames, for which that is needed.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze();
      const where = `${name}, ${colorScheme}, ${size.width} px`;
      for (const { id, nodes } of violations)
        faults.push(...nodes.map(({ html, failureSummary }) => `${where}: ${id}: ${html} ${failureSummary}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        faults.push(`${where}: wider than its window`);
    }
  }
  return faults;
}

describe.concurrent('every page', () => {
  it('has no fault that axe finds, from the start to the end', async () => {
    const { page, customer, problems } = await stage.visit();
    const faults: string[] = [];
    const look = async (name: string) => faults.push(...(await findFaults(page, name)), ...(await findCuts(page, name)));
    await page.locator('summary').click();
    await look('start, panel open');
    await page.locator('summary').click();
    await customer.button('Start verification').click();
    await customer.button(/^Passport/).waitFor();
    await look('choice of a document');
    await customer.button(/^Passport/).click();
    await customer.button(en['action.openCamera']).waitFor();
    await look('instructions');
    await customer.button(en['action.openCamera']).click();
    await page.locator('.sf-viewfinder[data-status="live"]').waitFor();
    // Looking takes longer than a good picture takes to be taken by itself.
    await customer.turnOffAutomatic();
    await look('camera');
    await customer.chooseFile({ ...passport, buffer: Buffer.alloc(0) });
    await page.getByRole('alert').waitFor();
    await look('a file that is no picture');
    await customer.chooseFile(passport, en['action.chooseAnotherFile']);
    await customer.button(en['action.send']).waitFor();
    await look('review');
    await customer.button(en['action.send']).click();
    await customer.heading(en['document.accepted']).waitFor();
    await look('accepted');
    await customer.button(en['action.continue']).click();
    await customer.heading(en['selfie.title']).waitFor();
    await look('selfie');

    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/complete-journey', async (route) => {
      await released;
      await route.continue();
    });
    await customer.sendSelfie(selfie);
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('Putting it all together').waitFor();
    await look('waiting');
    release();
    await customer.heading('You’re verified').waitFor();
    await look('result: passed');
    expect(problems).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('has none where things go wrong either', async () => {
    const { page, customer } = await stage.visit();
    const faults: string[] = [];
    const look = async (name: string) => faults.push(...(await findFaults(page, name)), ...(await findCuts(page, name)));
    await customer.chooseScenario('rejected-concluded');
    await customer.begin('passport');
    // As a relay says it that was restarted in between.
    const unknown = { success: false, message: '', error_code: 'outcome_unknown' };
    await page.route('**/process-journey-step', (route) => route.fulfill({ status: 409, json: unknown }));
    await customer.sendPassport(passport);
    await customer.heading(en['failed.title']).waitFor();
    await look('not sent');
    await page.unroute('**/process-journey-step');
    await customer.button(en['action.sendAgain']).click();
    await customer.heading(en['feedback.feedback_not_physical_document.title']).waitFor();
    await look('rejected');
    await customer.sendPassport(passport);
    await customer.heading(en['same.title']).waitFor();
    await look('the same picture again');
    await customer.button(en['action.sendAnyway']).click();
    await customer.heading(en['concluded.title']).waitFor();
    await look('concluded');

    await customer.chooseScenario('slow');
    await customer.button(/^Passport/).click();
    await customer.sendPassport(passport);
    await customer.heading(en['document.processing']).waitFor();
    await look('processing');

    await page.route('**/summary/**', (route) =>
      route.fulfill({ json: { journey_id: 'j', is_completed: true, result: { interim_rule_assessment: 'Failed' } } }),
    );
    await page.reload();
    await customer.heading('We need a closer look').waitFor();
    await look('result: closer look');
    await page.unroute('**/summary/**');
    await page.route('**/summary/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.reload();
    await customer.heading('Your session has ended').waitFor();
    await look('session ended');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
