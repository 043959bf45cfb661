import { withExif } from '@stepframe/sandbox/testing';
import sharp from 'sharp';

/** Where every photo here was taken: at sea, where nobody lives. */
const position = { latitude: 0, longitude: 0 };

/** The same picture as a phone held upright saves it: turned pixels, with EXIF that says so and where it was. */
export async function toPhonePhoto(upright: Buffer): Promise<Buffer> {
  const turned = await sharp(upright).rotate(270).jpeg({ quality: 92 }).toBuffer();
  const photo = await withExif(new Blob([new Uint8Array(turned)]), { orientation: 6, gps: position });
  return Buffer.from(await photo.arrayBuffer());
}
