import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withExif } from '@stepframe/sandbox/testing';
import sharp from 'sharp';
import { addNoise } from './addNoise.ts';
import { createRandom } from './createRandom.ts';
import { drawTiles } from './drawTiles.ts';
import { cutTiles } from './cutTiles.ts';

/** Photos as phones save them: baseline JPEG, 4:2:0, quality 92, stored on their side (EXIF orientation 6), with a place. */
export type PhotoName = '3mp' | '12mp' | '48mp';

/** A photo and its sides as stored. */
export interface Photo {
  readonly name: PhotoName;
  readonly jpeg: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Sensor {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Standard deviation of its noise, of 255. It decides how many bytes a photo has: about 0.8, 3 and 9 MB. */
  readonly noise: number;
}

const sensors: Readonly<Record<PhotoName, Sensor>> = {
  '3mp': { widthPx: 2048, heightPx: 1536, noise: 2.6 },
  '12mp': { widthPx: 4032, heightPx: 3024, noise: 2.6 },
  '48mp': { widthPx: 8064, heightPx: 6048, noise: 1.1 },
};

const tile = { widthPx: 1008, heightPx: 756 };

/** Where every photo was taken: at sea, where nobody lives. */
const position = { latitude: 0, longitude: 0 };

/** Change it with anything below that changes the photos. */
const version = 2;
const folder = '.cache/bench/photos';

/** Makes the photos, or takes them from the last time. Says on the console what they are made of. */
export async function makePhotos(names: readonly PhotoName[]): Promise<ReadonlyMap<PhotoName, Photo>> {
  const isReal = existsSync('../shared/data/tricky');
  console.log(isReal ? 'Photos: mosaics of ../shared/data.' : 'Photos: drawn, for there is no ../shared/data.');
  mkdirSync(folder, { recursive: true });
  let tiles: readonly Buffer[] | undefined;
  const photos = new Map<PhotoName, Photo>();
  for (const name of names) {
    const sensor = sensors[name];
    const path = `${folder}/${name}-${isReal ? 'real' : 'drawn'}-${version}.jpg`;
    if (!existsSync(path)) {
      tiles ??= await (isReal ? cutTiles : drawTiles)(tile);
      writeFileSync(path, await layTiles(tiles, sensor));
    }
    photos.set(name, { name, jpeg: readFileSync(path), widthPx: sensor.widthPx, heightPx: sensor.heightPx });
  }
  return photos;
}

async function layTiles(tiles: readonly Buffer[], { widthPx, heightPx, noise }: Sensor): Promise<Buffer> {
  const random = createRandom(widthPx);
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let top = 0; top < heightPx; top += tile.heightPx) {
    for (let left = 0; left < widthPx; left += tile.widthPx) {
      const laid = tiles[Math.floor(random() * tiles.length)];
      const rowBytes = Math.min(tile.widthPx, widthPx - left) * 3;
      for (let row = 0; row < Math.min(tile.heightPx, heightPx - top); row += 1) {
        const from = row * tile.widthPx * 3;
        laid?.copy(pixels, ((top + row) * widthPx + left) * 3, from, from + rowBytes);
      }
    }
  }
  addNoise(pixels, noise, random);
  const stored = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 92, chromaSubsampling: '4:2:0', progressive: false })
    .toBuffer();
  const photo = await withExif(new Blob([new Uint8Array(stored)]), { orientation: 6, gps: position });
  return Buffer.from(await photo.arrayBuffer());
}
