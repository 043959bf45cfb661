import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

const kept = fileURLToPath(new URL('references/', import.meta.url));
const originFile = `${kept}origin.json`;

/** Where a picture that differs is put, from the root. Git leaves it out. */
const differences = '.cache/visual/differences/';

/** How much of a picture may differ: the edges of a few letters. */
const toleratedShare = 0.0004;

/** What the references were drawn by: another browser or system draws text otherwise. */
export interface Origin {
  readonly browser: string;
  readonly platform: string;
}

/** What the references were drawn by; `null` when there are none. */
export function readOrigin(): Origin | null {
  return existsSync(originFile) ? (JSON.parse(readFileSync(originFile, 'utf8')) as Origin) : null;
}

/** Begins anew: what is shot from now on was drawn by this. */
export function writeOrigin(origin: Origin): void {
  mkdirSync(kept, { recursive: true });
  writeFileSync(originFile, `${JSON.stringify(origin, null, 2)}\n`);
}

/** Keeps a picture as a reference, in few colours, since it is fetched with every clone. */
export async function keepReference(name: string, png: Buffer): Promise<void> {
  await sharp(png).png({ palette: true, quality: 90, dither: 0, effort: 8 }).toFile(toReference(name));
}

/** Names of all references. */
export function listReferences(): readonly string[] {
  return readdirSync(kept).flatMap((file) => (file.endsWith('.png') ? [file.slice(0, -4)] : []));
}

/** Takes a reference away that nobody asks for. */
export function dropReference(name: string): void {
  rmSync(toReference(name));
}

/** The path of a picture that was kept. */
export function toReference(name: string): string {
  return `${kept}${name}.png`;
}

/**
 * What differs between a picture and the one that it should be like, in words; `null` when they are alike. What differs is left
 * as two files.
 */
export async function findDifference(name: string, png: Buffer, expected: Buffer | string): Promise<string | null> {
  if (typeof expected !== 'string' && png.equals(expected)) return null;
  const again = 'If that is as it should be, `npm run visual -- --update` keeps it.';
  if (typeof expected === 'string' && !existsSync(expected)) return `There is no reference ${name}.png. ${again}`;
  const [seen, reference] = await Promise.all([readPixels(png), readPixels(expected)]);
  const { width, height } = reference.info;
  const isSameSize = seen.info.width === width && seen.info.height === height;
  const diff = Buffer.alloc(width * height * 4);
  const differing = isSameSize ? pixelmatch(reference.data, seen.data, diff, width, height, { threshold: 0.12 }) : 0;
  if (isSameSize && differing <= width * height * toleratedShare) return null;

  mkdirSync(differences, { recursive: true });
  writeFileSync(`${differences}${name}.actual.png`, png);
  if (!isSameSize) {
    const sizes = `${seen.info.width} × ${seen.info.height} in place of ${width} × ${height}`;
    return `${name} is ${sizes}: ${differences}${name}.actual.png. ${again}`;
  }
  await sharp(diff, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(`${differences}${name}.diff.png`);
  return `${differing} pixels of ${name} differ: ${differences}${name}.actual.png, .diff.png. ${again}`;
}

/** Forgets what an earlier run found. */
export function clearDifferences(): void {
  rmSync(differences, { recursive: true, force: true });
}

function readPixels(picture: Buffer | string) {
  return sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
