import type { Page } from 'playwright';

/** A record of pictures in the browser's storage, without what is sealed. */
interface KeptRecord {
  readonly savedAtMs: number;
}

/** In the page: all there is. The vault must have been opened before, or this would make an empty storage in its place. */
function readRecords(): Promise<readonly KeptRecord[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('stepframe');
    opening.addEventListener('success', () => {
      const database = opening.result;
      const reading = database.transaction('pictures').objectStore('pictures').getAll();
      reading.addEventListener('success', () => {
        database.close();
        resolve((reading.result as readonly KeptRecord[]).map(({ savedAtMs }) => ({ savedAtMs })));
      });
    });
  });
}

/** The records of pictures that the page keeps. */
export async function readKept(page: Page): Promise<readonly KeptRecord[]> {
  return await page.evaluate(readRecords);
}

/** Waits until what was taken since then is sealed and stored: a reload within the milliseconds that this takes is no person's. */
export async function untilKept(page: Page, sinceMs: number): Promise<void> {
  while (!(await readKept(page)).some(({ savedAtMs }) => savedAtMs >= sinceMs)) await page.waitForTimeout(20);
}
