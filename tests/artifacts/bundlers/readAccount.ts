import type { Preparation } from '@stepframe/core/capture';
import type { Browser } from 'playwright';

/** What the page tells of the picture it prepared. */
export interface Account {
  readonly failure?: string;
  readonly type: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  /** In the left half and in the right one. */
  readonly colours: readonly [readonly number[], readonly number[]];
  readonly preparation: Preparation;
}

const timeoutMs = 60_000;
const summary = {
  journey_id: 'journey-1',
  is_completed: false,
  step_summaries: [{ definition: { step_id: '0', step_type: 'Document', step_title: 'ID' }, result: null }],
};

/**
 * Opens a customer's page, waits for its step and for the picture, and gives the page's account of it.
 *
 * @throws Error when the page reports an error that is not accepted, or asks another host for something.
 */
export async function readAccount(browser: Browser, url: string, accepts: RegExp | undefined): Promise<Account> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  try {
    page.setDefaultTimeout(timeoutMs);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && !accepts?.test(message.text()) && troubles.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`asked for ${request.url()}`);
    });
    await page.route('**/stepframe/**', (route) => route.fulfill({ json: summary }));
    await page.goto(url);
    await page.getByRole('button').first().waitFor();
    const text = await page.locator('#account').textContent();
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
    return JSON.parse(text ?? '') as Account;
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : String(error), ...troubles].join('\n'), { cause: error });
  } finally {
    await page.close();
  }
}
