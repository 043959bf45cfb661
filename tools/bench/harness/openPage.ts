import { type Browser, chromium, type Page } from 'playwright';
import { browserArgs, findBrowser } from '../../../tests/support/findBrowser.ts';

/** A page in a Chromium of its own. */
export interface OpenPage {
  readonly page: Page;
  readonly browser: Browser;
  /** Throws when the page has warned, failed, or asked another host for something. */
  readonly checkFaults: () => void;
  readonly close: () => Promise<void>;
}

export interface OpenPageOptions {
  readonly address: string;
  /** Further switches, such as the film of the fake camera. */
  readonly args?: readonly string[];
}

/** Starts a Chromium that knows no host but localhost, and opens the page. It is ready when its module has run. */
export async function openPage({ address, args = [] }: OpenPageOptions): Promise<OpenPage> {
  const faults: string[] = [];
  const browser = await chromium.launch({
    executablePath: (await findBrowser()).path,
    args: [
      ...browserArgs,
      ...args,
      // So that nobody pays for the garbage of whoever ran before.
      '--js-flags=--expose-gc',
      // Canvas in software everywhere, so that machines with and without a graphics card can be compared.
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
  try {
    const context = await browser.newContext({ permissions: ['camera'] });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'warning' || message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(`The page asked ${request.url()}.`);
    });
    await page.goto(address);
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The page is not cross-origin isolated.');
    return {
      page,
      browser,
      checkFaults: () => {
        if (faults.length > 0) throw new Error(`The page reported:\n${[...new Set(faults)].join('\n')}`);
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
