import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserArgs, findBrowser } from './findBrowser.ts';
import { renderSpecimens, type RenderedSpecimens } from './renderSpecimens.ts';

let folder = '';
let executablePath = '';
let pictures: RenderedSpecimens;
let openPages = -1;

/** The green of a picture at 64 × 36. */
async function greensOf(picture: Buffer): Promise<number[]> {
  const bytes = await sharp(picture).resize(64, 36, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  return Array.from(bytes.filter((_, at) => at % 3 === 1));
}

/** Pearson's correlation of two rows of numbers: 1 when one is the other, brighter or with more contrast. */
function likeness(one: readonly number[], other: readonly number[]): number {
  const mean = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / row.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  const spread = (row: readonly number[], middle: number) => Math.sqrt(row.reduce((sum, value) => sum + (value - middle) ** 2, 0));
  const shared = one.reduce((sum, value, at) => sum + (value - meanOne) * ((other[at] ?? 0) - meanOther), 0);
  return shared / (spread(one, meanOne) * spread(other, meanOther));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'specimens-'));
  executablePath = (await findBrowser()).path;
  const browser = await chromium.launch({ executablePath, args: [...browserArgs] });
  try {
    pictures = await renderSpecimens(browser);
    openPages = browser.contexts().length;
  } finally {
    await browser.close();
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('gives three different JPEGs of 1920 × 1080 without metadata', async () => {
  for (const bytes of Object.values(pictures)) {
    const { format, width, height, exif } = await sharp(bytes).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 1920, height: 1080, exif: undefined });
  }
  expect(openPages).toBe(0);
  expect(new Set(Object.values(pictures).map((bytes: Buffer) => bytes.toString('base64'))).size).toBe(3);
});

it('feeds the fake camera of Chromium', async () => {
  const feed = join(folder, 'front.mjpeg');
  await writeFile(feed, pictures.front);
  const browser = await chromium.launch({ executablePath, args: [...browserArgs, `--use-file-for-fake-video-capture=${feed}`] });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: '<video muted></video>' }));
    await page.goto('http://localhost/');
    const seen = await page.evaluate(async () => {
      const video = document.querySelector('video');
      const context = new OffscreenCanvas(64, 36).getContext('2d');
      if (!video || !context) throw new Error('No video or no context.');
      const playing = new Promise((resolve) => video.addEventListener('playing', resolve, { once: true }));
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      void video.play();
      await playing;
      context.imageSmoothingQuality = 'high';
      context.drawImage(video, 0, 0, 64, 36);
      const { data } = context.getImageData(0, 0, 64, 36);
      return { width: video.videoWidth, height: video.videoHeight, greens: Array.from(data.filter((_, at) => at % 4 === 1)) };
    });
    expect([seen.width, seen.height]).toEqual([1920, 1080]);
    // By likeness, not by value: Chromium reads the JPEG's full range as video range, which stretches the contrast by 255 / 219.
    expect(likeness(seen.greens, await greensOf(pictures.front))).toBeGreaterThan(0.97);
    expect(likeness(seen.greens, await greensOf(pictures.back))).toBeLessThan(0.9);
  } finally {
    await browser.close();
  }
}, 60_000);
