import { en } from '@stepframe/ui';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../apps/demo/startDemo.ts';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import { openVisit, type Visit } from './openVisit.ts';

let demo: Demo;
let browser: Browser | undefined;
beforeAll(async () => {
  demo = await startDemo({ processingMs: 50, port: 0 });
});
afterEach(() => browser?.close());
afterAll(() => demo.close());

const quiet = browserArgs.filter((argument) => !argument.includes('media-stream'));

/** Counts what is asked of the browser's own `getUserMedia`, and keeps every track. */
function countQuestions(): void {
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  const kept = { questions: 0, tracks: [] as MediaStreamTrack[] };
  Object.assign(window, { kept });
  mediaDevices.getUserMedia = async (constraints) => {
    kept.questions += 1;
    const stream = await ask(constraints);
    kept.tracks.push(...stream.getTracks());
    return stream;
  };
}

/** The questions so far, and how many of their tracks are live. */
const read = (page: Page) =>
  page.evaluate(() => {
    const { kept } = window as unknown as { readonly kept: { readonly questions: number; readonly tracks: readonly MediaStreamTrack[] } };
    return { questions: kept.questions, live: kept.tracks.filter(({ readyState }) => readyState === 'live').length };
  });

const readCamera = (page: Page) =>
  page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {};
    return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.getSettings().deviceId : undefined;
  });

/** Opens the card's camera in a Chromium with these switches. */
async function openCamera(args: readonly string[], options?: BrowserContextOptions): Promise<Visit> {
  browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...quiet, ...args] });
  const visit = await openVisit(browser, demo.url, options);
  await visit.page.addInitScript(countQuestions);
  await visit.page.reload();
  await visit.customer.begin('card');
  await visit.customer.button(en['action.openCamera']).click();
  return visit;
}

const untilLive = ({ page, customer }: Visit) =>
  customer
    .button(en['action.takePicture'])
    .elementHandle()
    .then((shutter) => page.waitForFunction((button) => !(button as HTMLButtonElement).disabled, shutter));

describe('Chromium’s own camera', () => {
  it('is asked for once and let go when the person leaves', async () => {
    const visit = await openCamera(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
    await untilLive(visit);
    expect(await read(visit.page)).toEqual({ questions: 1, live: 1 });
    await visit.customer.button(en['action.back']).click();
    await visit.customer.button(en['action.openCamera']).waitFor();
    expect(await read(visit.page)).toEqual({ questions: 1, live: 0 });
    expect(visit.problems).toEqual([]);
  });

  it('that is refused says so, and comes without a reload once it is allowed', async () => {
    const visit = await openCamera(['--use-fake-device-for-media-stream'], { permissions: [] });
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    const state = await visit.page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' })).state);
    const code = state === 'denied' ? 'denied.chromium' : 'dismissed';
    expect(await alert.textContent()).toContain(en[`error.camera/${code}`]);
    await visit.context.grantPermissions(['camera'], { origin: demo.url });
    await untilLive(visit);
    expect(await read(visit.page)).toEqual({ questions: 2, live: 1 });
  });

  it('that is not there says so, and a file can be chosen', async () => {
    const visit = await openCamera(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0']);
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(en['error.camera/not-found']);
    await visit.customer.button(en['action.chooseFileInstead']).waitFor();
    expect(await read(visit.page)).toEqual({ questions: 1, live: 0 });
  });

  it('is exchanged for the other one, with one live track, and remembered', async () => {
    const visit = await openCamera(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=2']);
    await untilLive(visit);
    const first = await readCamera(visit.page);
    // By keyboard: a tap at once after the one that opened the camera counts as its second half.
    await visit.customer.button(en['action.switchCamera']).press('Enter');
    await visit.page.waitForFunction((last) => {
      const { srcObject } = document.querySelector('video') ?? {};
      const id = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.getSettings().deviceId : last;
      return id !== last;
    }, first);
    await untilLive(visit);
    const second = await readCamera(visit.page);
    expect(await read(visit.page)).toEqual({ questions: 2, live: 1 });

    await visit.customer.button(en['action.back']).click();
    await visit.customer.button(en['action.openCamera']).click();
    await untilLive(visit);
    expect(await readCamera(visit.page)).toBe(second);
    expect(await read(visit.page)).toEqual({ questions: 3, live: 1 });
  });
});
