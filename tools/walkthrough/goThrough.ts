import { en } from '@stepframe/ui';
import type { Stage } from '../../tests/e2e/startStage.ts';
import type { RenderedSpecimens } from '../../tests/support/renderSpecimens.ts';
import type { Notebook } from './createNotebook.ts';
import { phone } from './phone.ts';

/** The journey in which all goes well: a card of two sides, a selfie, the end. */
export async function goThrough(stage: Stage, specimens: RenderedSpecimens, notebook: Notebook): Promise<void> {
  const { page, context, customer } = await stage.visit(phone);
  const { button, heading } = customer;
  const seesLive = () => page.locator('.sf-viewfinder[data-status="live"]').waitFor();
  const press = async (name: string | RegExp) => {
    // A tap in the same place so soon would count as the second of a double tap.
    await page.waitForTimeout(800);
    await button(name).click();
  };

  notebook.begin('When all goes well');
  await button('Start verification').waitFor();
  await notebook.look(page, 'The page was opened.');
  await press('Start verification');
  await button(/^ID card/).waitFor();
  await notebook.look(page, 'Start was pressed.');
  await stage.showToCamera(specimens.front);
  await press(/^ID card/);
  await notebook.look(page, 'The ID card was chosen.');
  await press(en['action.openCamera']);
  await seesLive();
  await notebook.look(page, 'The camera was opened, and the browser allowed to use it.');
  await page.locator('.sf-step[data-screen="review"]').waitFor();
  await notebook.look(page, 'The card was held still; the picture was taken by itself.');
  await stage.showToCamera(specimens.back);
  await press(/^Next/);
  await seesLive();
  await notebook.look(page, 'Next was pressed; the camera is still open.');
  await press(en['action.takePicture']);
  await button(en['action.sendBoth']).waitFor();
  await notebook.look(page, 'The card was turned over, and the shutter pressed.');
  const network = await context.newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await press(en['action.sendBoth']);
  await heading(en['uploading.title']).waitFor();
  await notebook.look(page, 'Send was pressed, on a slow network.');
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await heading(en['document.processing']).waitFor();
  await notebook.look(page, 'Everything has arrived.');
  await heading(en['document.accepted']).waitFor();
  await notebook.look(page, 'The verdict is there.');
  await stage.showToCamera(specimens.face);
  await press(en['action.continue']);
  await button(en['action.openCamera']).waitFor();
  await notebook.look(page, 'Continue was pressed.');
  await press(en['action.openCamera']);
  await seesLive();
  await notebook.look(page, 'The camera was opened.');
  await press(en['action.takePicture']);
  await button(en['action.send']).waitFor();
  await notebook.look(page, 'The shutter was pressed.');
  await press(en['action.send']);
  await heading(en['selfie.accepted']).waitFor();
  await notebook.look(page, 'Send was pressed, and a few seconds went by.');
  await press(en['action.continue']);
  await heading('You’re verified').waitFor();
  await notebook.look(page, 'Continue was pressed.');
  await context.close();
}
