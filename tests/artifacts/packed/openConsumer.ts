import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../../support/findBrowser.ts';

const summary = {
  journey_id: 'journey-1',
  is_completed: false,
  step_summaries: [{ definition: { step_id: '0', step_type: 'Document', step_title: 'ID' }, result: null }],
};

/**
 * Builds a customer's app with Vite, opens it in a Chromium and waits for the first screen of its step. Gives what went wrong
 * on the way: errors and warnings on the console, and requests to another host.
 *
 * @throws Error when no heading or no button comes.
 */
export async function openConsumer(folder: string): Promise<readonly string[]> {
  await build({ root: folder, configFile: false, logLevel: 'error' });
  const server = await preview({ root: folder, configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const { path } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, args: [...browserArgs] });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`asked for ${request.url()}`);
    });
    await page.route('**/stepframe/**', (route) => route.fulfill({ json: summary }));
    await page.goto(url);
    await page.getByRole('heading').first().waitFor();
    await page.getByRole('button').first().waitFor();
    return troubles;
  } finally {
    await browser.close();
    await server.close();
  }
}
