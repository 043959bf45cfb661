import type { Page } from 'playwright';

/**
 * Keeps the picture that the page shows last, to be read with `readKeptPicture`. The demo's policy lets nobody read a `blob:`
 * address, so it is kept when it is given one.
 */
export async function keepPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (source) => {
      if (source instanceof Blob) Object.assign(globalThis, { keptPicture: source });
      return createObjectURL(source);
    };
  });
}

/** The bytes of the picture that was shown last. */
export async function readKeptPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const { keptPicture } = globalThis as unknown as { keptPicture: Blob };
    const bytes = new Uint8Array(await keptPicture.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCodePoint(byte), ''));
  });
  return Buffer.from(base64, 'base64');
}
