import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** Presses Tab until the button has the focus; fails when it is not reached, or when nothing shows the focus there. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('button', { name });
  await target.waitFor();
  await page.waitForFunction((button) => !(button as HTMLButtonElement).disabled, await target.elementHandle());
  for (let pressed = 0; pressed < 15; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      if (await target.evaluate((element) => getComputedStyle(element).outlineStyle !== 'none')) return;
      throw new Error(`Nothing shows that ${name} has the focus.`);
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Fifteen times Tab did not lead to ${name}.`);
}

const focusIsOnPage = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

describe('the keyboard alone', () => {
  it('leads through the whole document step', async () => {
    const { page, customer, problems } = await stage.visit();
    const press = async (name: string | RegExp, key: 'Enter' | 'Space') => {
      await tabTo(page, name);
      await page.keyboard.press(key);
    };
    await press('Start verification', 'Enter');
    await press(/^ID card/, 'Space');
    await press(en['action.openCamera'], 'Enter');
    await press(en['action.takePicture'], 'Space');
    await customer.button(/^Next/).waitFor();
    expect(await focusIsOnPage(page)).toBe(true);
    await press(/^Next/, 'Enter');
    await press(en['action.takePicture'], 'Enter');
    await press(en['action.retakeSide'].replace('{side}', en['document.front']), 'Space');
    await press(en['action.takePicture'], 'Space');
    await press(en['action.sendBoth'], 'Enter');
    await customer.heading(en['document.accepted']).waitFor();
    expect(await focusIsOnPage(page)).toBe(true);
    await press(en['action.continue'], 'Enter');
    await customer.heading(en['selfie.title']).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
