import type { Page } from 'playwright';

interface Setting {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** How much larger the person wants text. */
  readonly text?: number;
  readonly forcedColors?: 'active';
}

/** How people set their browsers, beyond light and dark. */
const settings: readonly Setting[] = [
  // 1280 by 1024 at 400 %. Source: WCAG 2.2, 1.4.10.
  { name: 'enlarged to 400 %', width: 320, height: 256 },
  { name: 'text twice as large', width: 390, height: 844, text: 2 },
  { name: 'on its side', width: 740, height: 360 },
  { name: 'colours forced', width: 390, height: 844, forcedColors: 'active' },
];

/** What is cut off, out of reach or not to be told from its ground, under each setting. */
export async function findCuts(page: Page, name: string): Promise<readonly string[]> {
  const cuts: string[] = [];
  for (const { name: setting, width, height, text = 1, forcedColors = 'none' } of settings) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors });
    await page.setViewportSize({ width, height });
    await page.evaluate((factor) => document.documentElement.style.setProperty('font-size', `${factor * 100}%`), text);
    const found = await page.evaluate(readCuts, forcedColors === 'active');
    cuts.push(...found.map((cut) => `${name}, ${setting}: ${cut}`));
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.emulateMedia({ forcedColors: 'none' });
  return cuts;
}

/** In the page. */
function readCuts(areColoursForced: boolean): string[] {
  const cuts: string[] = [];
  const toEnd = (element: Element): number => element.getBoundingClientRect().right;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const [widest] = [...document.querySelectorAll('body *')].toSorted((one, other) => toEnd(other) - toEnd(one));
    cuts.push(`wider than its window by ${root.scrollWidth - innerWidth} px: ${widest?.outerHTML.slice(0, 120)}`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('main :is(h1, h2, p, li, button, label, span)')) {
    // There for those who do not see it.
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[class*="visually-hidden"]')) continue;
    const words = element.textContent?.trim() ?? '';
    const { left, right, width, height } = element.getBoundingClientRect();
    if (words && (left < -1 || right > innerWidth + 1)) cuts.push(`"${words}" reaches out of the window`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
    if (words && isCut) cuts.push(`"${words}" is cut off`);
    if (!element.matches('.sf-step :is(button, label)')) continue;
    if (Math.min(width, height) < 43.5) cuts.push(`"${words}" is ${Math.round(width)} x ${Math.round(height)} px`);
    // What is drawn by a ground alone is gone with the colours.
    if (areColoursForced && element.matches('.sf-button:not([data-rank="quiet"])') && getComputedStyle(element).borderStyle === 'none') {
      cuts.push(`"${words}" has no border`);
    }
  }
  return cuts;
}
