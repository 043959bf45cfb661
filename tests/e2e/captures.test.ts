import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import type { Host } from './captures/main.tsx';
import { type OpenResources, type ResourceWatch, watchResources } from './captures/watchResources.ts';
import { isNotice } from './isNotice.ts';
import { hangMs } from './openVisit.ts';
import { readPictures } from './readPictures.ts';

declare const host: Host;
declare const watch: ResourceWatch;

const captures = 200;
/** Until then code is compiled and caches fill. */
const warmUpCaptures = 100;
const samples = 5;
/** One screen's elements left over with each step make it 9000; a journey's readings kept after its provider made it 2000 to 3500. */
const maxBytesACapture = 3_000;
/** The longest time for which something is kept warm, and a second more. */
const lingerMs = 2_000;

const summary = {
  journey_id: 'journey-1',
  is_completed: false,
  step_summaries: [{ definition: { step_id: '0', step_type: 'Document', step_title: 'ID' }, result: null }],
};

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let cdp: CDPSession;
const problems: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepframe-captures-'));
  const root = fileURLToPath(new URL('captures', import.meta.url));
  const outDir = join(folder, 'dist');
  const { NODE_ENV } = process.env;
  // Under the test runner's own value Vite would build React for development.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: { outDir, emptyOutDir: true },
      worker: { format: 'es' },
    });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
  server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const film = join(folder, 'camera.mjpeg');
  browser = await chromium.launch({
    executablePath: (await findBrowser()).path,
    args: [...browserArgs, `--use-file-for-fake-video-capture=${film}`],
  });
  const { front } = await readPictures(browser);
  // A small camera: what is left over is counted, not looked at, and more pixels would only take longer.
  await writeFile(film, await sharp(front).resize(640, 480).jpeg({ quality: 92 }).toBuffer());
  const context = await browser.newContext({ permissions: ['camera'] });
  page = await context.newPage();
  page.setDefaultTimeout(hangMs);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Whoever leaves early may take a picture away before it is read; one that is looked at is waited for.
    const isExpected = message.location().url.startsWith('blob:') || isNotice(message.text());
    if (message.type() === 'error' && !isExpected) problems.push(message.text());
  });
  await page.route('**/stepframe/**', (route) => route.fulfill({ json: summary }));
  await page.addInitScript(watchResources);
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  cdp = await context.newCDPSession(page);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Sample {
  readonly captures: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function capture(times: number): Promise<void> {
  for (let done = 0; done < times; done += 2) await page.evaluate(() => host.captureTwice());
}

async function takeSample(taken: number): Promise<Sample> {
  // The second time takes what the first one's finalizers let go.
  for (let round = 0; round < 2; round += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(50);
  }
  const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number };
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { captures: taken, heapBytes: usedSize, nodes, listeners: jsEventListeners };
}

/** Bytes a capture by which the heap rises: the median over all pairs of samples, which one step up or down does not move. */
function slopeOf(taken: readonly Sample[]): number {
  const slopes = taken.flatMap((late, index) =>
    taken.slice(0, index).map((early) => (late.heapBytes - early.heapBytes) / (late.captures - early.captures)),
  );
  return slopes.toSorted((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? Number.NaN;
}

const nothing: OpenResources = { tracks: 0, workers: 0, bitmaps: 0, frames: 0, objectUrls: 0, pictures: 0 };

describe('a page in which pictures are taken again and again', () => {
  it('holds nothing when the step is gone, and no more memory after 200 captures than after 100', { timeout: 240_000 }, async () => {
    await capture(warmUpCaptures);
    await page.evaluate(() => host.leaveEarly());
    const taken = [await takeSample(warmUpCaptures)];
    for (let round = 1; round < samples; round += 1) {
      await capture((captures - warmUpCaptures) / (samples - 1));
      await page.evaluate(() => host.leaveEarly());
      // While the worker still lingers: what is left in it would end with it, unseen.
      expect(await page.evaluate(() => watch.open())).toMatchObject({ tracks: 0, bitmaps: 0, frames: 0, objectUrls: 0 });
      taken.push(await takeSample(warmUpCaptures + ((captures - warmUpCaptures) / (samples - 1)) * round));
    }
    const seen = await page.evaluate(() => watch.seen());
    await page.waitForTimeout(lingerMs);
    taken.push(await takeSample(captures));

    process.stdout.write(`Opened in the course of it: ${JSON.stringify(seen)}\n`);
    for (const sample of taken) process.stdout.write(`${JSON.stringify(sample)}\n`);
    process.stdout.write(`Heap: ${Math.round(slopeOf(taken.slice(0, samples)))} bytes a capture; ${maxBytesACapture} are allowed.\n`);

    expect(seen.pictures).toBeGreaterThanOrEqual(captures);
    expect(seen.tracks).toBeGreaterThanOrEqual(captures / 2);
    // Pictures are drawn, so none needs an address.
    expect(seen.objectUrls).toBe(0);
    expect(seen.workers).toBeGreaterThanOrEqual(1);
    expect(seen.bitmaps + seen.frames).toBeGreaterThanOrEqual(captures);
    expect(await page.evaluate(() => watch.open())).toEqual(nothing);
    expect(slopeOf(taken.slice(0, samples))).toBeLessThan(maxBytesACapture);
    const [first, last] = [taken[0], taken.at(-1)];
    expect(last?.nodes).toBeLessThanOrEqual(first?.nodes ?? 0);
    expect(last?.listeners).toBeLessThanOrEqual(first?.listeners ?? 0);
    expect(problems).toEqual([]);
  });
});
