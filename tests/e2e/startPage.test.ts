import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './startStage.ts';

const heading = 'Let’s make sure it’s you';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

interface Answer {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** A plain request: `fetch` would unpack the answer. */
function get(path: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(new URL(path, stage.demo.url), { headers: { 'accept-encoding': encoding } }, async (response) => {
      resolve({ headers: response.headers, body: Buffer.concat(await response.toArray()) });
    })
      .on('error', reject)
      .end();
  });
}

/** Holds the page's script back from the next load on, until it is let go. */
async function holdScript(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/assets\/index-.*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe('the built start page', () => {
  it('is read without JavaScript', async () => {
    const { page } = await stage.visit({ javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: heading }).isVisible()).toBe(true);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
  });

  it('is hydrated without an error, and keeps its elements', async () => {
    const { page, problems } = await stage.visit();
    const release = await holdScript(page);
    await page.reload({ waitUntil: 'commit' });
    const drawn = await page.getByRole('heading', { name: heading }).elementHandle();
    release();
    // The list of scenarios comes when the page is alive.
    await page.locator('option').nth(1).waitFor({ state: 'attached' });
    expect(await drawn?.evaluate((element) => element.isConnected)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('is not seen by a tab that goes on with its journey', async () => {
    const { page, customer } = await stage.visit();
    await customer.button('Start verification').click();
    await customer.button(/^ID card/).waitFor();
    const release = await holdScript(page);
    await page.reload({ waitUntil: 'commit' });
    const first = page.locator('h1', { hasText: heading });
    await first.waitFor({ state: 'attached' });
    expect(await first.isVisible()).toBe(false);
    release();
    await customer.button(/^ID card/).waitFor();
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is compressed with %s, as are its assets', async (encoding, unpack) => {
    const plain = await get('/', 'identity');
    const asset = /\/assets\/index-[^"]+\.js/.exec(plain.body.toString())?.[0] ?? '';
    for (const path of ['/', asset]) {
      const whole = await get(path, 'identity');
      const packed = await get(path, encoding);
      expect(whole.headers).toMatchObject({ vary: 'Accept-Encoding' });
      expect(whole.headers['content-encoding']).toBeUndefined();
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
      expect(packed.body.length).toBeLessThan(whole.body.length * 0.5);
      expect(unpack(packed.body).equals(whole.body)).toBe(true);
    }
  });

  it('is asked for at each visit, its assets are kept for a year', async () => {
    const page = await get('/', 'br');
    expect(page.headers['cache-control']).toBe('no-cache');
    const asset = /\/assets\/index-[^"]+\.css/.exec(brotliDecompressSync(page.body).toString())?.[0] ?? '';
    expect((await get(asset, 'br')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});
