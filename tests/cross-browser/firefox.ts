import { en } from '@stepframe/ui';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import type { BrowserUnderTest, CameraMood } from './BrowserUnderTest.ts';
import { findFirefox } from './findFirefox.ts';
import type { Tab } from './Tab.ts';

const timeoutMs = 60_000;
const block = 2;

/** Firefox through WebDriver BiDi. Playwright cannot drive the one that distributions ship. */
async function openFirefox(camera: CameraMood): Promise<Tab> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? 'firefox',
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': camera === 'works',
      ...(camera === 'withheld' && { 'permissions.default.camera': block }),
    },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  const find = (xpath: string) => page.locator(`::-p-xpath(${xpath})`);
  return {
    open: async (url) => {
      await page.goto(url);
    },
    waitFor: async (xpath) => {
      await find(xpath).wait();
    },
    click: async (xpath) => find(xpath).click(),
    chooseFile: async (xpath, path) => {
      const input = await page.waitForSelector(`::-p-xpath(${xpath})`);
      if (input === null) throw new Error(`There is no ${xpath}.`);
      await (await input.toElement('input')).uploadFile(path);
    },
    read: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

/** One colour that changes with time, and in its topmost lines, from the left edge on, the time in black dashes. */
async function showsCamera(jpeg: Buffer): Promise<boolean> {
  const { width, height } = await sharp(jpeg).metadata();
  const unevenness = async (left: number, top: number): Promise<number> => {
    const area = { left, top, width: Math.round(width / 8), height: 2 };
    const { channels } = await sharp(await sharp(jpeg).extract(area).toBuffer()).stats();
    return Math.max(...channels.map(({ stdev }) => stdev));
  };
  const right = width - Math.round(width / 8);
  const others = await Promise.all([unevenness(right, 0), unevenness(0, height - 2), unevenness(right, height - 2)]);
  return (await unevenness(0, 0)) > 10 && others.every((value) => value < 5);
}

export const firefox: BrowserUnderTest = {
  name: 'Firefox',
  debianPackages: ['firefox-esr'],
  isInstalled: () => findFirefox() !== null,
  open: openFirefox,
  withheldText: en['error.camera/denied.firefox'],
  showsCamera,
};
