import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectSound } from './expectSound.ts';
import { hostsWithoutTrace, hostsWithOwnLook } from './hostNames.ts';
import { openScreens, type ScreenBrowser, settle, setView, shoot } from './openScreens.ts';
import {
  clearDifferences,
  dropReference,
  findDifference,
  keepReference,
  listReferences,
  readOrigin,
  toReference,
  writeOrigin,
} from './references.ts';
import { screens } from './screens.ts';
import { views } from './views.ts';

/** Screens that are looked at in every host page, too. */
const hosted = new Set(['instructions', 'camera', 'review', 'rejected']);
const isUpdate = inject('isUpdate');

let browser: ScreenBrowser;
let isComparable = false;
beforeAll(async () => {
  browser = await openScreens(inject('visualUrl'));
  clearDifferences();
  const origin = readOrigin();
  if (isUpdate) writeOrigin(browser.origin);
  isComparable = !isUpdate && JSON.stringify(origin) === JSON.stringify(browser.origin);
  if (!isUpdate && !isComparable) {
    const words = ({ browser: name, platform } = browser.origin) => `${name} on ${platform}`;
    console.log(`Not compared with what was kept: this is ${words()}, that of ${origin ? words(origin) : 'nobody'}. All else is checked.`);
  }
});
afterAll(() => browser?.close());

const names = new Set(
  screens.flatMap(({ name }) => [
    ...views.map((view) => `${name}.${view.name}`),
    ...(hosted.has(name) ? hostsWithOwnLook.map((host) => `${name}.host-${host}`) : []),
  ]),
);

const measure = async (page: Page) => expectSound(await page.evaluate(() => window.visual.measure()));

/** The screen is sound, and looks as it was kept. */
async function expectKept(page: Page, name: string): Promise<void> {
  const png = await shoot(page);
  if (isUpdate) await keepReference(name, png);
  await measure(page);
  expect(isComparable ? await findDifference(name, png, toReference(name)) : null).toBeNull();
}

describe.each(screens)('$name', (screen) => {
  const turns = screen.hasCamera === true;
  let page: Page;
  beforeAll(async () => {
    page = await browser.open(screen);
  });
  afterAll(() => page?.close());

  const inHost = hosted.has(screen.name) ? describe : undefined;
  inHost?.('in a host', () => {
    let quiet: Buffer;
    beforeAll(async () => {
      await settle(page);
      quiet = await shoot(page);
    });
    /** The screen is sound, and not a pixel of it is the host's. */
    const expectQuiet = async (dressed: Page, host: string) => {
      await measure(dressed);
      expect(await findDifference(`${screen.name}.host-${host}`, await shoot(dressed), quiet)).toBeNull();
    };

    it.each(hostsWithoutTrace)('%s, without a trace', async (host) => {
      await page.evaluate((name) => window.visual.dress(name), host);
      await settle(page);
      await expectQuiet(page, host);
    });

    it.each(hostsWithOwnLook)('%s', async (host) => {
      await page.evaluate((name) => window.visual.dress(name), host);
      await settle(page);
      await expectKept(page, `${screen.name}.host-${host}`);
    });

    it('shadow root, without a trace', async () => {
      const shadow = await browser.open(screen, { isInShadow: true });
      await shadow.evaluate(() => window.visual.dress('body'));
      await settle(shadow);
      await expectQuiet(shadow, 'shadow');
      await shadow.close();
    });
  });

  it.each(views)('$name', async (view) => {
    await page.evaluate(() => window.visual.dress(null));
    await setView(page, view, turns);
    await expectKept(page, `${screen.name}.${view.name}`);
  });
});

describe('a theme', () => {
  it('wins with a rule that names a class of ours, before or after us, and has its own elements for itself', async () => {
    const screen = screens.find(({ name }) => name === 'instructions');
    if (!screen) throw new Error('There are no instructions.');
    const page = await browser.open(screen);
    const looks = await page.evaluate(() => {
      const step = document.querySelector('.sf-step');
      const own = document.createElement('h2');
      step?.append(own);
      const theme = document.createElement('style');
      theme.textContent = `
        .sf-button { border-radius: 3px; text-transform: uppercase; }
        .sf-title { color: rgb(1 2 3); }
        h2 { text-align: right; }`;
      const read = () => {
        const button = getComputedStyle(step?.querySelector('.sf-button') ?? own);
        const title = getComputedStyle(step?.querySelector('.sf-title') ?? own);
        return [button.borderTopLeftRadius, button.textTransform, title.color, title.textAlign, getComputedStyle(own).textAlign];
      };
      document.head.prepend(theme);
      const before = read();
      document.head.append(theme);
      return { before, after: read() };
    });
    const themed = ['3px', 'uppercase', 'rgb(1, 2, 3)', 'start', 'right'];
    expect(looks).toEqual({ before: themed, after: themed });
    await page.close();
  });
});

describe('references', () => {
  it('are looked at, each of them', () => {
    const unused = listReferences().filter((name) => !names.has(name));
    if (isUpdate) for (const name of unused) dropReference(name);
    expect(isUpdate ? [] : unused).toEqual([]);
  });
});
