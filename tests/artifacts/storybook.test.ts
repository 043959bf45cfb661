// The built Storybook without a server, a camera or a network: every docs page, with the first story of its component on it, and the
// stories that belong to the showroom itself. All stories play, and are looked through by axe, in the project `stories`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'docs' | 'story';
}

/** Pages are secure, so cameras and workers are to be had, and nothing listens there. */
const origin = 'http://localhost:9';
const folder = 'storybook-static';
const wholeGroups = ['Theming/', 'Recipes/'];
const hangMs = 60_000;

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { readonly entries: Readonly<Record<string, Entry>> };
const shown = Object.values(entries).filter(({ title, type }) => type === 'docs' || wholeGroups.some((group) => title.startsWith(group)));

let browser: Browser;
beforeAll(async () => {
  const { path } = await findBrowser();
  browser = await chromium.launch({ executablePath: path, args: browserArgs.filter((arg) => !arg.includes('media-stream')) });
});
afterAll(() => browser.close());

describe.concurrent('the built Storybook', () => {
  it.each(shown)('shows $title: $name', async ({ id, type }) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const troubles: string[] = [];
    await context.route('**/*', async (route) => {
      const { origin: asked, pathname } = new URL(route.request().url());
      const file = join(folder, pathname);
      if (asked === origin && existsSync(file)) return route.fulfill({ path: file });
      // Storybook's frame has no icon of its own.
      if (pathname !== '/favicon.ico') troubles.push(`It asked for ${route.request().url()}.`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => troubles.push(message));
    await page.addInitScript({ path: new URL('storybook/reportEnd.js', import.meta.url).pathname });
    const ended = page.waitForEvent('console', {
      predicate: (message) => /^stepframe: (ended|failed)/.test(message.text()),
      timeout: hangMs,
    });
    // Axe has looked through each of them in the story tests.
    const [message] = await Promise.all([ended, page.goto(`${origin}/iframe.html?viewMode=${type}&id=${id}&globals=a11y.manual:!true`)]);
    expect(message.text()).toBe('stepframe: ended');
    expect(troubles).toEqual([]);
    await context.close();
  });
});
