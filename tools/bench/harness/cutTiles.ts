import { readdirSync } from 'node:fs';
import sharp from 'sharp';

/** The sides of every tile. */
export interface TileSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Sharp photographs of cameras and phones, then those of documents and what lies around them. */
const photographs = ['tricky/sony_24mp_gps.jpg', 'tricky/samsung_12mp.jpg', 'tricky/samsung_orient6.jpg', 'tricky/orient_landscape_1.jpg'];
const documents = /^(bg|comp|paper)_.*(?<!_blur)\.jpg$/;

/** Cuts the photographs beside the repository into tiles of raw RGB, at the sharpness they have: nothing is scaled. */
export async function cutTiles({ widthPx, heightPx }: TileSize): Promise<readonly Buffer[]> {
  const listed = readdirSync('../shared/data/doc').filter((name) => documents.test(name));
  const tiles: Buffer[] = [];
  for (const name of [...photographs, ...listed.toSorted().map((file) => `doc/${file}`)]) {
    const { data, info } = await sharp(`../shared/data/${name}`).autoOrient().removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    for (let top = 0; top + heightPx <= info.height; top += heightPx) {
      for (let left = 0; left + widthPx <= info.width; left += widthPx) {
        tiles.push(await sharp(data, { raw }).extract({ left, top, width: widthPx, height: heightPx }).raw().toBuffer());
      }
    }
  }
  return tiles;
}
