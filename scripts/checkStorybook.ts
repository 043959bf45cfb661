// Opens the built Storybook without a server, a camera or a network: every docs page, with the first story of its component on it,
// and the stories that belong to the showroom itself. All of them play in the story tests, from the source.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { createSteps } from './createSteps.ts';
import { browserArgs, findBrowser } from './findBrowser.ts';

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
const patienceMs = 30_000;

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { readonly entries: Readonly<Record<string, Entry>> };
const shown = Object.values(entries).filter(({ title, type }) => type === 'docs' || wholeGroups.some((group) => title.startsWith(group)));

const steps = createSteps();
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: browserArgs.filter((arg) => !arg.includes('media-stream')) });
const waiting = [...shown];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, openNext));
await browser.close();
steps.finish();

async function openNext(): Promise<void> {
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const { title, name } = entry;
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await steps.run(`${title}: ${name}`, () => look(context, entry as Entry));
    await context.close();
  }
}

async function look(context: BrowserContext, { id, type }: Entry): Promise<void> {
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
  const done = new Promise<void>((resolve, reject) => {
    page.on('pageerror', reject);
    page.on('console', (message) => {
      const [first, second] = message.text().split('\n');
      if (first === 'stepframe: ended') resolve();
      if (first === 'stepframe: failed') reject(new Error(second));
    });
  });
  await page.addInitScript({ path: new URL('storybook/reportEnd.js', import.meta.url).pathname });
  const ended = Promise.race([done, page.waitForTimeout(patienceMs).then(() => troubles.push('It did not come to an end.'))]);
  await Promise.all([ended, page.goto(`${origin}/iframe.html?viewMode=${type}&id=${id}`)]);
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
}
