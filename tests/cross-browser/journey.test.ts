import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultImageLimits } from '@stepframe/core/capture';
import type { SandboxImage } from '@stepframe/sandbox';
import { en } from '@stepframe/ui';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../apps/demo/startDemo.ts';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import { expectPrepared } from '../e2e/expectPrepared.ts';
import { readPictures } from '../e2e/readPictures.ts';
import { toPhonePhoto } from '../e2e/toPhonePhoto.ts';
import type { CameraMood } from './BrowserUnderTest.ts';
import { otherBrowsers } from './otherBrowsers.ts';
import type { Tab } from './Tab.ts';

const button = (name: string) => `//button[normalize-space()="${name}" and not(@disabled) and not(@aria-disabled="true")]`;
const startsWith = (name: string) => `//button[starts-with(normalize-space(), "${name}")]`;
const heading = (name: string) => `//*[self::h1 or self::h2][normalize-space()="${name}"]`;
const alert = (text: string) => `//*[@role="alert"][contains(normalize-space(), "${text}")]`;
const fileInput = '//input[@type="file"]';

let demo: Demo;
let folder: string;
let shown: Buffer;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepframe-browsers-'));
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
  shown = (await readPictures(browser)).front;
  await browser.close();
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await toPhonePhoto(shown));
  demo = await startDemo({ processingMs: 50, port: 0 });
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

const installed = otherBrowsers.filter(({ isInstalled }) => isInstalled());
for (const { name, debianPackages } of otherBrowsers.filter((browser) => !installed.includes(browser))) {
  process.stdout.write(`${name} is not installed, so it is left out. On Debian: apt-get install ${debianPackages.join(' ')}\n`);
}

describe.each(installed)('a journey in $name', ({ open, withheldText, showsCamera }) => {
  let tab: Tab | undefined;
  afterEach(async () => {
    await tab?.close();
    tab = undefined;
  });

  async function visit(camera: CameraMood): Promise<Tab> {
    tab = await open(camera);
    await tab.open(demo.url);
    await tab.click(button('Start verification'));
    await tab.click(startsWith('Passport'));
    return tab;
  }

  /**
   * Presses the shutter as a person does: again where it says that there was no picture, which a WebKitGTK that draws in software says now and
   * then while the machine has other work (docs/browsers.md).
   */
  async function takePicture(page: Tab): Promise<void> {
    const review = button(en['action.send']);
    for (let presses = 0; presses < 8; presses += 1) {
      await page.click(button(en['action.takePicture']));
      await page.waitFor(`${review} | ${alert(en['error.camera/timeout'])}`);
      if (await page.read(`document.evaluate(${JSON.stringify(review)}, document, null, XPathResult.BOOLEAN_TYPE).booleanValue`)) return;
    }
    throw new Error('No picture was taken.');
  }

  /** Sends what is under review, and gives what the API got once its verdict is shown. */
  async function send(page: Tab): Promise<SandboxImage | null | undefined> {
    await page.click(button(en['action.send']));
    await page.waitFor(heading(en['document.accepted']));
    const saved = await page.read("sessionStorage.getItem('quillmere.verification')");
    const { journeyId } = JSON.parse(String(saved)) as { journeyId: string };
    const submissions = demo.sandbox.submissions().filter((submission) => submission.journeyId === journeyId);
    expect(submissions.map(({ result }) => result.accepted)).toEqual([true]);
    return submissions[0]?.image;
  }

  it('takes a picture with its camera, sends it upright and inside the limits, and shows the verdict', async () => {
    const page = await visit('works');
    await page.click(button(en['action.openCamera']));
    await takePicture(page);
    const image = await send(page);
    expect(image).toMatchObject({ type: 'image/jpeg', orientation: 1, hasMetadata: false });
    expect(Math.max(image?.widthPx ?? 0, image?.heightPx ?? 0)).toBeLessThanOrEqual(defaultImageLimits.maxEdgePx);
    expect(Math.min(image?.widthPx ?? 0, image?.heightPx ?? 0)).toBeGreaterThanOrEqual(480);
    expect(image?.blob.size).toBeLessThanOrEqual(defaultImageLimits.maxBytes);
    const jpeg = Buffer.from((await image?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(await showsCamera(jpeg)).toBe(true);
    // Else the line above would say nothing about how the picture lies.
    for (const wrong of [sharp(jpeg).rotate(180), sharp(jpeg).flop(), sharp(jpeg).flip()]) {
      expect(await showsCamera(await wrong.jpeg({ quality: 95 }).toBuffer())).toBe(false);
    }
  });

  it('brings a turned photo with its place to the API upright and without', async () => {
    const page = await visit('works');
    await page.chooseFile(fileInput, photo);
    const image = await send(page);
    await expectPrepared(image, shown);
    expect(image).toMatchObject({ orientation: 1, hasMetadata: false, hasGps: false });
  });

  it('says what is wrong when the camera is withheld, and takes a file instead', async () => {
    const page = await visit('withheld');
    await page.click(button(en['action.openCamera']));
    await page.waitFor(alert(withheldText));
    await page.waitFor(button(en['action.tryAgain']));
    await page.chooseFile(fileInput, photo);
    await expectPrepared(await send(page), shown);
  });
});
