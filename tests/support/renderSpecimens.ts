import type { Browser } from 'playwright';
import { rolldown } from 'rolldown';
import type { drawSpecimenFile, SpecimenFileOptions } from '@stepframe/sandbox/testing';

/** The specimen pictures by name, as bytes. */
export interface RenderedSpecimens {
  readonly front: Buffer;
  readonly back: Buffer;
  readonly face: Buffer;
}

export type RenderOptions = Omit<SpecimenFileOptions, 'kind' | 'name'>;

async function bundleTesting(): Promise<string> {
  const bundle = await rolldown({
    input: '@stepframe/sandbox/testing',
    platform: 'browser',
    logLevel: 'warn',
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', name: 'specimens' });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/**
 * Draws the card's two sides and the face in a page of its own, which it closes. JPEG of 1920 × 1080 by default.
 *
 * One of the JPEGs, saved with the ending `.mjpeg`, feeds Chromium's `--use-file-for-fake-video-capture`.
 */
export async function renderSpecimens(browser: Browser, options: RenderOptions = {}): Promise<RenderedSpecimens> {
  const code = await bundleTesting();
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: code });
    const render = async (kind: SpecimenFileOptions['kind']): Promise<Buffer> => {
      const base64 = await page.evaluate(
        async (wanted) => {
          const { specimens } = globalThis as unknown as { specimens: { drawSpecimenFile: typeof drawSpecimenFile } };
          const file = await specimens.drawSpecimenFile(wanted);
          const bytes = new Uint8Array(await file.arrayBuffer());
          let binary = '';
          for (const byte of bytes) binary += String.fromCharCode(byte);
          return btoa(binary);
        },
        { ...options, kind },
      );
      return Buffer.from(base64, 'base64');
    };
    return { front: await render('card-front'), back: await render('card-back'), face: await render('face') };
  } finally {
    await page.close();
  }
}
