import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions } from 'playwright';
import { type Demo, startDemo, type StartDemoOptions } from '../../apps/demo/startDemo.ts';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import { openVisit, type Visit } from './openVisit.ts';
import { type Pictures, readPictures } from './readPictures.ts';

/** The built demo on ports of its own and a Chromium whose camera sees what the test holds in front of it. */
export interface Stage {
  readonly demo: Demo;
  readonly pictures: Pictures;
  /** Holds a JPEG in front of the camera; it is seen when the camera is opened the next time. */
  readonly showToCamera: (jpeg: Buffer) => Promise<void>;
  /** Opens the start page in a browser profile of its own; `url` is another way to the demo. */
  readonly visit: (options?: BrowserContextOptions & { readonly url?: string }) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** Starts demo and browser; the camera sees the document's front. */
export async function startStage(options: Omit<StartDemoOptions, 'mode' | 'port'> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'stepframe-e2e-'));
  // Chromium takes one JPEG with this ending for a film, and opens the file anew with each stream.
  const film = join(folder, 'camera.mjpeg');
  const browser = await chromium.launch({
    executablePath: (await findBrowser()).path,
    args: [...browserArgs, `--use-file-for-fake-video-capture=${film}`],
  });
  const pictures = await readPictures(browser);
  const showToCamera = (jpeg: Buffer) => writeFile(film, jpeg);
  await showToCamera(pictures.front);
  const demo = await startDemo({ processingMs: 50, ...options, port: 0 });
  return {
    demo,
    pictures,
    showToCamera,
    visit: ({ url = demo.url, ...contextOptions } = {}) => openVisit(browser, url, contextOptions),
    close: async () => {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
