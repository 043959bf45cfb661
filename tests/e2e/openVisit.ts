import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright';
import { createCustomer, type Customer } from './createCustomer.ts';
import { isNotice } from './isNotice.ts';

/** One customer's visit, with all that the browser said and asked for during it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly customer: Customer;
  /** Errors on the console and exceptions that nobody caught. */
  readonly problems: readonly string[];
  /** Addresses outside the demo's own origin that were asked for. */
  readonly foreignRequests: readonly string[];
  readonly responses: readonly Response[];
  /** The journey that the tab holds. */
  readonly journeyId: () => Promise<string>;
}

/** It only detects a hang: a pause before a picture is sent again takes up to 19 seconds alone. */
export const hangMs = 120_000;

/** Opens the demo's start page in a fresh profile that may use the camera. */
export async function openVisit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ permissions: ['camera'], ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(hangMs);
  const problems: string[] = [];
  const foreignRequests: string[] = [];
  const responses: Response[] = [];
  page.on('console', (message) => message.type() === 'error' && !isNotice(message.text()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  context.on('response', (response) => responses.push(response));
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${url}/`) || request.url().startsWith(`blob:${url}/`);
    if (!isOwn) foreignRequests.push(request.url());
  });
  await page.goto(url);
  return {
    page,
    context,
    customer: createCustomer(page),
    problems,
    foreignRequests,
    responses,
    journeyId: async () => {
      const saved = await page.evaluate(() => sessionStorage.getItem('quillmere.verification'));
      return (JSON.parse(saved ?? '{}') as { journeyId: string }).journeyId;
    },
  };
}
