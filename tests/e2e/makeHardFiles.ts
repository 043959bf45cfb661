import { crc32, deflateSync } from 'node:zlib';
import { type ExifOrientation, withExif } from '@stepframe/sandbox/testing';
import sharp, { type Sharp } from 'sharp';

/** What may become of a file: a picture to send, or a refusal of one of these codes. */
export interface HardFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly outcomes: readonly string[];
}

const megabyte = 1_000_000;

/** How an upright picture is stored under each orientation. Source: Exif 2.32, 4.6.4. */
const turns: Readonly<Record<ExifOrientation, (picture: Sharp) => Sharp>> = {
  1: (picture) => picture,
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.rotate(270).flop(),
  6: (picture) => picture.rotate(270),
  7: (picture) => picture.rotate(90).flop(),
  8: (picture) => picture.rotate(90),
};

/** Stores a picture turned and mirrored, with an EXIF orientation that undoes it, and with a place. */
export async function toOriented(upright: Buffer, orientation: ExifOrientation): Promise<Buffer> {
  const stored = await turns[orientation](sharp(upright)).jpeg({ quality: 92 }).toBuffer();
  // At sea, where nobody lives.
  const gps = { latitude: 0, longitude: 0 };
  return Buffer.from(await (await withExif(new Blob([new Uint8Array(stored)]), { orientation, gps })).arrayBuffer());
}

/** Files that break decoders, made from a picture: no more is known of them than their bytes, and most of their names lie. */
export async function makeHardFiles(picture: Buffer): Promise<readonly HardFile[]> {
  const end = picture.length;
  const refused = (code: string) => [`image/${code}`];
  return [
    { name: 'nothing.jpg', bytes: Buffer.alloc(0), outcomes: refused('empty') },
    { name: 'one-byte.jpg', bytes: Buffer.from([0xff]), outcomes: [...refused('corrupt'), ...refused('unsupported-type')] },
    { name: 'cut-in-half.jpg', bytes: picture.subarray(0, end / 2), outcomes: refused('corrupt') },
    { name: 'cut-at-the-end.jpg', bytes: picture.subarray(0, end - 2), outcomes: refused('corrupt') },
    { name: 'without-start.jpg', bytes: picture.subarray(700), outcomes: refused('corrupt') },
    { name: 'bomb-16383x16383.png', bytes: toPngBomb(16_383), outcomes: refused('too-large') },
    { name: 'bomb-65500x65500.jpg', bytes: toJpegBomb(picture, 65_500), outcomes: refused('too-large') },
    { name: '100-megabytes.jpg', bytes: Buffer.concat([picture, Buffer.alloc(100 * megabyte - end)]), outcomes: refused('too-large') },
    { name: 'jpeg-named.png', bytes: picture, outcomes: ['ok'] },
    { name: 'png-named.jpg', bytes: await sharp(picture).png().toBuffer(), outcomes: ['ok'] },
    { name: 'page-named.jpg', bytes: Buffer.from('<!doctype html><title>No picture</title>'), outcomes: refused('unsupported-type') },
    { name: 'drawing-named.png', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), outcomes: refused('unsupported-type') },
    { name: 'photo.heic', bytes: toHeic(), outcomes: refused('unsupported-type') },
    { name: 'heic-named.jpg', bytes: toHeic(), outcomes: refused('unsupported-type') },
  ];
}

/** A PNG of one colour, of one bit a pixel: a few kB that decode to 4 bytes for each of its pixels. */
function toPngBomb(edgePx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edgePx, 0);
  header.writeUInt32BE(edgePx, 4);
  header.writeUInt8(1, 8);
  const rows = Buffer.alloc((1 + Math.ceil(edgePx / 8)) * edgePx);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, toChunk('IHDR', header), toChunk('IDAT', deflateSync(rows)), toChunk('IEND', Buffer.alloc(0))]);
}

function toChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** The same JPEG with sides in its frame header that its data does not have. Source: ITU-T T.81, B.2.2. */
function toJpegBomb(picture: Buffer, edgePx: number): Buffer {
  const at = picture.indexOf(Buffer.from([0xff, 0xc0]));
  if (at < 0) throw new Error('The picture is no baseline JPEG.');
  const bomb = Buffer.from(picture);
  bomb.writeUInt16BE(edgePx, at + 5);
  bomb.writeUInt16BE(edgePx, at + 7);
  return bomb;
}

/** What an iPhone's photo begins with; Chromium decodes none of them, whatever follows. Source: ISO/IEC 23008-12, 10. */
function toHeic(): Buffer {
  const brands = Buffer.from('....ftypheic\0\0\0\0mif1heic', 'latin1');
  brands.writeUInt32BE(brands.length, 0);
  return Buffer.concat([brands, Buffer.alloc(4096, 7)]);
}
