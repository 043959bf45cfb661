import type { Page } from 'playwright';
import type { Shown } from './page/main.tsx';

/** A screen to look at, and how it is reached. */
export interface ScreenToSee {
  readonly shown: Shown;
  /** What its pictures are called. */
  readonly name: string;
  /** What stands in its title. */
  readonly title: string;
  /** The way there from the first screen. */
  readonly reach?: (page: Page) => Promise<void>;
  /** It shows the camera, which is held like the view: upright or on its side. */
  readonly hasCamera?: boolean;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function chooseFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose a photo' }).waitFor();
  await page.evaluate(() => window.visual.chooseFile());
}

async function openCamera(page: Page): Promise<void> {
  await press(page, 'Open the camera');
  await page.locator('.sf-viewfinder[data-tone="good"]').waitFor();
}

/** As files: what a camera takes is cropped for the eye by corners that depend on the very frame. */
async function takeBothSides(page: Page): Promise<void> {
  await chooseFile(page);
  await page.getByRole('img', { name: /the front/ }).waitFor();
  // A press so soon would count as the second of a double tap.
  await page.waitForTimeout(600);
  await press(page, 'Next: the back');
  await page.evaluate(() => window.visual.chooseFile('card-back'));
  await page.getByRole('img', { name: /the back/ }).waitFor();
}

async function send(page: Page): Promise<void> {
  await chooseFile(page);
  await page.waitForTimeout(600);
  await press(page, 'Send');
}

/** A card that is found with all of its corners, in few pictures a second: it lies still. */
const lying = { sight: { surface: 'felt' }, camera: { fps: 10 } } as const;
const rejecting = { scenario: 'rejected-cropped-then-approved', submitted: ['0'], processingMs: 0 } as const;

/** The main screens of a step and of a journey. */
export const screens: readonly ScreenToSee[] = [
  { name: 'instructions', shown: { component: 'document', stage: {} }, title: 'Photograph your document' },
  { name: 'camera', shown: { component: 'document', stage: lying }, title: 'Front of the document', reach: openCamera, hasCamera: true },
  {
    name: 'denied',
    shown: { component: 'document', stage: { camera: { outcome: 'denied' } } },
    title: 'Front of the document',
    reach: async (page) => {
      await press(page, 'Open the camera');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'review', shown: { component: 'document', sides: 2, stage: {} }, title: 'Can you read everything?', reach: takeBothSides },
  {
    name: 'uploading',
    shown: { component: 'document', stage: { upload: 'held' } },
    title: 'Sending',
    reach: async (page) => {
      await send(page);
      await page.locator('progress[value="0.45"]').waitFor();
    },
  },
  {
    name: 'processing',
    shown: { component: 'document', stage: { processingMs: 3_600_000 } },
    title: 'Checking your document',
    reach: send,
  },
  { name: 'accepted', shown: { component: 'document', stage: { submitted: ['0'], processingMs: 0 } }, title: 'Document accepted' },
  { name: 'rejected', shown: { component: 'document', stage: rejecting }, title: 'A part of the document is missing' },
  {
    name: 'failed',
    shown: { component: 'document', stage: {} },
    title: 'Not sent yet',
    reach: async (page) => {
      await page.evaluate(() => window.visual.stage().sandbox.inject({ operation: 'processStep', fault: { effect: { status: 503 } } }));
      await send(page);
    },
  },
  {
    name: 'offline',
    shown: { component: 'document', stage: {} },
    title: 'Waiting for the connection',
    reach: async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }));
      await send(page);
    },
  },
  {
    name: 'menu',
    shown: { component: 'menu', stage: { ...rejecting, submitted: ['0', '10'] } },
    title: 'What we need from you',
    reach: (page) => page.getByText('Accepted', { exact: true }).first().waitFor(),
  },
];
