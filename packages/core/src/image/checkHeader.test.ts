import { describe, expect, it } from 'vitest';
import { defaultImageLimits } from './imageLimits.ts';
import { checkHeader } from './checkHeader.ts';
import { readFile } from './readFile.ts';
import { readImageHeader } from './readImageHeader.ts';

const text = (value: string) => new TextEncoder().encode(value);
const gif = (width: number, height: number) =>
  new Uint8Array([...text('GIF89a'), width % 256, Math.floor(width / 256), height % 256, Math.floor(height / 256)]);
const inspect = async (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg', changed = {}) => {
  const [file, limits] = [new Blob([bytes], { type }), { ...defaultImageLimits, ...changed }];
  return checkHeader(file, readImageHeader(await readFile(file, limits)), limits);
};

describe('a file’s header and size', () => {
  it('passes an accepted type, whatever it is declared as', async () => {
    await expect(inspect(gif(800, 600), 'application/octet-stream')).resolves.toMatchObject({ type: 'image/gif', widthPx: 800 });
  });

  it.each([
    ['0 bytes', new Uint8Array(), 'image/empty', {}],
    ['a PDF', text('%PDF-1.4 …'), 'image/unsupported-type', { type: 'application/pdf' }],
    ['text renamed to .jpg', text('not a picture'), 'image/unsupported-type', { type: 'text/plain' }],
    ['a script in a picture’s clothes', text('<svg onload="alert(1)"/>'), 'image/unsupported-type', { type: 'image/svg+xml' }],
    ['a JPEG whose start is lost', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 'image/corrupt', { bytes: 8 }],
    ['a JPEG without a scan', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 'image/corrupt', { type: 'image/jpeg' }],
    ['a bomb', gif(65_535, 65_535), 'image/too-large', { widthPx: 65_535, limit: defaultImageLimits.maxSourcePixels }],
    ['a stamp', gif(800, 100), 'image/too-small', { heightPx: 100, limit: defaultImageLimits.minEdgePx }],
  ])('refuses %s', async (_what, bytes, code, details) => {
    await expect(inspect(bytes)).rejects.toMatchObject({ name: 'ImageFault', code, retryable: false, details });
  });

  it('takes unknown bytes that do not claim to be a picture for another type', async () => {
    await expect(inspect(new Uint8Array([1, 2, 3, 4]), 'video/mp4')).rejects.toMatchObject({ code: 'image/unsupported-type' });
  });

  it('refuses a type that the limits leave out', async () => {
    await expect(inspect(gif(800, 600), 'image/gif', { acceptedTypes: ['image/jpeg'] })).rejects.toMatchObject({
      code: 'image/unsupported-type',
      details: { type: 'image/gif' },
    });
  });

  it('refuses a file over the limit without reading it', async () => {
    const file = new Blob([gif(800, 600)]);
    file.arrayBuffer = () => {
      throw new Error('was read');
    };
    await expect(readFile(file, { ...defaultImageLimits, maxSourceBytes: 9 })).rejects.toMatchObject({
      code: 'image/too-large',
      details: { bytes: 10, limit: 9 },
    });
  });

  it('says so when the file cannot be read any more', async () => {
    const file = new Blob([gif(800, 600)]);
    const cause = new DOMException('gone', 'NotReadableError');
    file.arrayBuffer = () => Promise.reject(cause);
    await expect(readFile(file, defaultImageLimits)).rejects.toMatchObject({ code: 'image/corrupt', retryable: true, cause });
  });
});
