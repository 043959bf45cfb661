import { chromium, type Page } from 'playwright';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import type { Shown } from './page/main.tsx';
import type { Origin } from './references.ts';
import type { ScreenToSee } from './screens.ts';
import { isUpright, phone, type View } from './views.ts';

/** A browser that draws the same thing twice. */
export interface ScreenBrowser {
  readonly origin: Origin;
  /** Opens a page, puts a screen on it and goes there. */
  readonly open: (screen: ScreenToSee, more?: Partial<Shown>) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** No subpixels, no hints of the system, one space of colours. */
const steadyArgs = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-gpu', '--mute-audio'];

export async function openScreens(url: string): Promise<ScreenBrowser> {
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs, ...steadyArgs] });
  const context = await browser.newContext({
    viewport: { width: phone.width, height: phone.height },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    hasTouch: true,
    permissions: ['camera'],
  });
  return {
    origin: { browser: `Chromium ${browser.version().split('.')[0]}`, platform: `${process.platform}-${process.arch}` },
    open: async ({ title, reach, shown }, more) => {
      const page = await context.newPage();
      page.setDefaultTimeout(50_000);
      await page.goto(url);
      const { stage } = shown;
      const upright = { ...stage, camera: { portrait: true, ...stage.camera } };
      // As text, because types of what may be handed over are too deep for the compiler.
      const given = JSON.stringify({ ...shown, stage: upright, ...more });
      await page.evaluate((text) => window.visual.show(JSON.parse(text)), given);
      await reach?.(page);
      await page.locator('.sf-title', { hasText: title }).waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}

/** Sets a page's size, colours and direction; `turns` turns the camera with it. */
export async function setView(page: Page, view: View, turns: boolean): Promise<void> {
  const { width, height, scheme = 'light', direction = 'ltr' } = view;
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.evaluate((way) => window.visual.turn(way), direction);
  await page.evaluate(() => window.visual.hold(false));
  if (turns && before && isUpright({ ...view, ...before }) !== isUpright(view)) {
    await page.evaluate(() => window.visual.stage().camera.rotate());
    await page.locator(`.sf-viewfinder[data-shape="${isUpright(view) ? 'tall' : 'wide'}"]`).waitFor();
    // Looks at the picture before it was turned may still be under way.
    await waitForLooks(page, 4);
    await page.locator('.sf-viewfinder[data-tone="good"]').waitFor();
  }
  await settle(page);
}

/** Until nothing moves any more: pictures are decoded, the guide has arrived and is held there, a place for a pointer is left. */
export async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
    await drawn();
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    const step = document.querySelector('.sf-step') ?? document.querySelector('#root')?.shadowRoot?.querySelector('.sf-step');
    const look = () => [...(step?.querySelectorAll('.sf-hint, .sf-guide-line') ?? [])].map((part) => part.outerHTML).join();
    // Each fifth look searches the whole frame for the document, and finds it a hair's breadth elsewhere.
    for (let same = 0, last = look(); same < 2 && step?.querySelector('.sf-viewfinder');) {
      const seen = window.visual.looks();
      window.visual.hold(false);
      while (window.visual.looks() === seen) await new Promise((resolve) => setTimeout(resolve, 20));
      window.visual.hold(true);
      await drawn();
      same = look() === last ? same + 1 : 0;
      last = look();
    }
    await drawn();
  });
}

/** Until the product has looked at so many more frames. */
async function waitForLooks(page: Page, count: number): Promise<void> {
  const until = (await page.evaluate(() => window.visual.looks())) + count;
  await page.waitForFunction((least) => window.visual.looks() >= least, until);
}

/** All of the page, with nothing under way. */
export function shoot(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css' });
}
