import type { Page } from 'playwright';
import sharp from 'sharp';
import { toMarkdown } from './toMarkdown.ts';

/** A screen as somebody saw it. */
export interface SeenScreen {
  /** What had just been done. */
  readonly after: string;
  readonly picture: string;
  readonly title: string;
  /** Sentences between the title and what can be pressed. */
  readonly says: readonly string[];
  /** What can be pressed, the most prominent first; in brackets what lies below the edge of the screen. */
  readonly offers: readonly string[];
}

/** What was seen, in chapters. */
export interface Notebook {
  readonly begin: (chapter: string) => void;
  /** Takes down the screen that is there. */
  readonly look: (page: Page, after: string) => Promise<void>;
  readonly count: () => number;
  readonly toMarkdown: () => string;
}

export function createNotebook(folder: string): Notebook {
  const chapters: { readonly name: string; readonly screens: SeenScreen[] }[] = [];
  let count = 0;
  return {
    begin: (name) => void chapters.push({ name, screens: [] }),
    async look(page, after) {
      // Off the page, or a button would show that it is hovered.
      await page.mouse.move(0, 0);
      await page.waitForTimeout(600);
      count += 1;
      const picture = `${String(count).padStart(2, '0')}.png`;
      const shot = await page.screenshot();
      await sharp(shot).png({ palette: true, quality: 80, effort: 10 }).toFile(`${folder}/${picture}`);
      // What esbuild puts around functions to keep their names is not there in the page.
      await page.evaluate('globalThis.__name ??= (named) => named');
      const read = await page.evaluate(readScreen);
      chapters.at(-1)?.screens.push({ after, picture: `pictures/walkthrough/${picture}`, ...read });
    },
    count: () => count,
    toMarkdown: () => toMarkdown(chapters),
  };
}

/** In the page: what is to be read there, as it is seen. */
function readScreen(): Pick<SeenScreen, 'title' | 'says' | 'offers'> {
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.sf-visually-hidden, summary, details');
  const toText = (element: Element): string =>
    (element as HTMLElement).innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join(': ');
  const findAll = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(isSeen);
  const [title] = [...findAll('.sf-title'), ...findAll('main h1')].map(toText);
  const says = findAll('.sf-lead, .sf-note, .sf-tips li, .sf-hint, .sf-notice-words, .bank-lead, .bank-needs li').map(toText);
  const offers = findAll('main button, main label.sf-button').map((element) => {
    const name = toText(element) || (element.getAttribute('aria-label') ?? '');
    const { top, bottom } = element.getBoundingClientRect();
    return {
      name,
      isBelow: (top + bottom) / 2 > innerHeight,
      isFirst: element.matches('[data-rank="primary"], .sf-shutter, .bank-button'),
    };
  });
  const sorted = [...offers.filter(({ isFirst }) => isFirst), ...offers.filter(({ isFirst }) => !isFirst)];
  return {
    title: title ?? '',
    says: [...new Set(says)].filter(Boolean),
    offers: sorted.map(({ name, isBelow }) => (isBelow ? `(${name})` : name)),
  };
}
