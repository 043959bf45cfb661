import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../findBrowser.ts';

const summary = {
  journey_id: 'journey-1',
  is_completed: false,
  step_summaries: [{ definition: { step_id: '0', step_type: 'Document', step_title: 'ID' }, result: null }],
};

/**
 * Builds a customer's app with Vite, opens it in a Chromium and waits for the first screen of its step.
 *
 * @throws Error when there is no heading or no button, when the page reports an error, or asks another host for something.
 */
export async function openConsumer(folder: string): Promise<void> {
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
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
  } finally {
    await browser.close();
    await server.close();
  }
}
