import sharp, { type OverlayOptions } from 'sharp';
import { createRandom } from './createRandom.ts';
import type { TileSize } from './cutTiles.ts';

const count = 12;
/** Sides of the coarsest to the finest grain of a surface, in pixels. */
const grainsPx = [256, 64, 16, 4];

/** Draws tiles of raw RGB for machines without photographs: print on surfaces with a grain, like papers on tables. */
export async function drawTiles({ widthPx, heightPx }: TileSize): Promise<readonly Buffer[]> {
  const random = createRandom(widthPx * heightPx);
  const tiles: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const layers: OverlayOptions[] = [];
    for (const grainPx of grainsPx) layers.push({ input: await drawGrain(widthPx, heightPx, grainPx, random), blend: 'soft-light' });
    layers.push({ input: Buffer.from(drawPaper(widthPx, heightPx, random)) });
    const [r, g, b] = [60 + 120 * random(), 60 + 120 * random(), 60 + 120 * random()];
    const ground = sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: { r, g, b } } });
    tiles.push(
      await sharp(await ground.composite(layers).png().toBuffer())
        .removeAlpha()
        .raw()
        .toBuffer(),
    );
  }
  return tiles;
}

async function drawGrain(widthPx: number, heightPx: number, grainPx: number, random: () => number): Promise<Buffer> {
  const [width, height] = [Math.ceil(widthPx / grainPx) + 1, Math.ceil(heightPx / grainPx) + 1];
  const dots = Buffer.from(Array.from({ length: width * height }, () => 48 + 160 * random()));
  return sharp(dots, { raw: { width, height, channels: 1 } })
    .resize(widthPx, heightPx, { kernel: 'cubic', fit: 'fill' })
    .png()
    .toBuffer();
}

function drawPaper(widthPx: number, heightPx: number, random: () => number): string {
  const lines: string[] = [];
  for (let top = 60; top < heightPx * 0.7; top += 14 + 30 * random()) {
    const letters = Array.from({ length: 18 + Math.floor(20 * random()) }, () => String.fromCodePoint(65 + Math.floor(26 * random())));
    lines.push(`<text x="30" y="${top.toFixed(0)}" font-size="${(9 + 14 * random()).toFixed(1)}">${letters.join('')}</text>`);
  }
  const turn = `rotate(${(random() * 24 - 12).toFixed(1)} ${widthPx / 2} ${heightPx / 2})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><g transform="translate(${widthPx * 0.15} ${heightPx * 0.12}) ${turn}" font-family="monospace" fill="#223"><rect width="${widthPx * 0.7}" height="${heightPx * 0.75}" rx="18" fill="#f4f1ea"/>${lines.join('')}</g></svg>`;
}
