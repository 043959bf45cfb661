import type { Page } from 'playwright';

declare const keptPictures: Blob[];

const inStep = '.sf-step canvas';

/**
 * Keeps the pictures that the page shows, to be read with `readShownPicture`: they are drawn, so each is kept when it is decoded for
 * that.
 */
export async function keepPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept: Blob[] = [];
    const decode = createImageBitmap as (source: ImageBitmapSource, ...options: unknown[]) => Promise<ImageBitmap>;
    Object.assign(globalThis, {
      keptPictures: kept,
      createImageBitmap: (source: ImageBitmapSource, ...options: unknown[]) => {
        if (source instanceof Blob) kept.push(source);
        return decode(source, ...options);
      },
    });
  });
}

/** How many pictures were shown so far. */
export async function countShown(page: Page): Promise<number> {
  return await page.evaluate(() => keptPictures.length);
}

/** Waits until the step shows another picture than so many before, or an alert. */
export async function untilShownOrRefused(page: Page, before: number, timeoutMs: number): Promise<'shown' | 'refused'> {
  const ending = await page.waitForFunction(
    ({ selector, count }) => {
      if (document.querySelector('[role="alert"]')) return 'refused';
      return document.querySelector(selector) && keptPictures.length > count && 'shown';
    },
    { selector: inStep, count: before },
    { timeout: timeoutMs },
  );
  return (await ending.jsonValue()) || 'refused';
}

/** The bytes of the picture that is in the step. */
export async function readShownPicture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(async () => {
    const picture = keptPictures.at(-1);
    if (!picture) throw new Error('The picture in the step was not kept.');
    const reader = new FileReader();
    await new Promise((resolve, reject) => {
      reader.addEventListener('load', resolve);
      reader.addEventListener('error', reject);
      reader.readAsDataURL(picture);
    });
    return String(reader.result);
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
