import { en } from '@stepframe/ui';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveCamera } from './driveCamera.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/**
 * In the page: swaps each text of a step for another in two `font` elements, as Chrome's page translation does, and again whenever one
 * changes. Words are marked, so that it can be seen whether what is shown came through it.
 */
function translatePage(): void {
  const translate = (node: Node): void => {
    const { parentElement: parent, nodeValue: text } = node;
    if (!parent || !text?.trim() || parent.tagName === 'FONT' || !parent.closest('.sf-step') || parent.closest('script, style')) return;
    const outer = document.createElement('font');
    outer.append(document.createElement('font'));
    outer.firstElementChild?.append(`«${text}»`);
    parent.replaceChild(outer, node);
  };
  const translateAll = (): void => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const found: Node[] = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(translate);
  };
  new MutationObserver(translateAll).observe(document, { childList: true, characterData: true, subtree: true });
}

it('goes through the whole journey while the browser translates the page', async () => {
  const { page, customer, problems } = await stage.visit();
  await page.addInitScript(translatePage);
  const camera = await driveCamera(page);
  await camera.load([stage.pictures.front]);
  const { pictures } = stage;
  const translated = (words: string) => `«${words}»`;
  const press = (words: string) => customer.button(translated(words)).click();
  const see = (words: string) => customer.heading(translated(words)).waitFor();

  await customer.begin('card');
  await see('Photograph your ID card');
  await press(en['action.openCamera']);
  // By itself: hints, countdown and announcements change all the while.
  await customer.button(translated(en['action.takePicture'])).waitFor();
  await camera.play({ frameMs: 1_000, everyMs: 500, mostLooks: 40 });
  await page.locator('.sf-step[data-screen="review"]').waitFor();
  const ways = en['action.next'].replace('{side}', en['document.back']);
  await press(ways);
  // The front still lies there.
  await press(en['action.takePicture']);
  await press(en['action.sendBoth']);
  await see(en['document.accepted']);
  await press(en['action.continue']);
  await customer.chooseFile({ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, translated(en['action.chooseFile']));
  await page.getByRole('alert').waitFor();
  const face = { name: 'face.jpg', mimeType: 'image/jpeg', buffer: pictures.face };
  await customer.chooseFile(face, translated(en['action.chooseAnotherFile']));
  await press(en['action.send']);
  await see(en['selfie.accepted']);
  await press(en['action.continue']);
  await customer.heading('You’re verified').waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});
