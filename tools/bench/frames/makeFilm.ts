import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { drawTiles } from '../harness/drawTiles.ts';

export interface FilmOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** A photograph in `../shared/data`, turned upright and then by so many degrees. */
  readonly photo: string;
  readonly turnDegrees?: number;
}

const folder = '.cache/bench/films';

/**
 * Makes a film for Chromium's fake camera, a motion JPEG of one frame, or takes the last time's. Says on the console what it shows.
 *
 * @returns its whole path, for `--use-file-for-fake-video-capture`.
 */
export async function makeFilm({ widthPx, heightPx, photo, turnDegrees = 0 }: FilmOptions): Promise<string> {
  const source = `../shared/data/${photo}`;
  const isReal = existsSync(source);
  console.log(isReal ? `The camera sees ${source}.` : 'The camera sees a drawing, for there is no ../shared/data.');
  const path = resolve(folder, `${widthPx}x${heightPx}-${isReal ? 'real' : 'drawn'}.mjpeg`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const picture = isReal ? sharp(await sharp(source).autoOrient().toBuffer()).rotate(turnDegrees) : await drawPicture(widthPx, heightPx);
  await picture.resize(widthPx, heightPx, { fit: 'cover' }).jpeg({ quality: 92 }).toFile(path);
  return path;
}

async function drawPicture(widthPx: number, heightPx: number): Promise<Sharp> {
  const [tile] = await drawTiles({ widthPx, heightPx });
  return sharp(tile, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}
