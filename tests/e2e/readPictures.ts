import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import sharp from 'sharp';
import { renderSpecimens } from '../support/renderSpecimens.ts';

/** What the customer has at hand, as baseline JPEGs without metadata. */
export interface Pictures {
  readonly front: Buffer;
  readonly back: Buffer;
  readonly face: Buffer;
}

const folder = new URL('../../../shared/data/', import.meta.url);

/** Photographs that lie beside the repository, or else the project's own drawn specimens. Says on the console which. */
export async function readPictures(browser: Browser): Promise<Pictures> {
  if (existsSync(fileURLToPath(folder))) {
    process.stdout.write('Pictures: photographs from ../shared/data\n');
    return {
      front: await readPhoto('doc/comp_01_brown_ok.jpg'),
      back: await readPhoto('doc/comp_05_grey_ok.jpg'),
      face: await readPhoto('face/ok_woman_glasses.jpg'),
    };
  }
  process.stdout.write('Pictures: ../shared/data is not there, so the drawn specimens stand in for photographs.\n');
  return await renderSpecimens(browser);
}

/** The size of a camera's frame, for a fake camera delivers a file as it is. */
async function readPhoto(name: string): Promise<Buffer> {
  return await sharp(readFileSync(new URL(name, folder)))
    .autoOrient()
    .resize(1280, 720, { fit: 'cover', position: 'top' })
    .jpeg({ quality: 92 })
    .toBuffer();
}
