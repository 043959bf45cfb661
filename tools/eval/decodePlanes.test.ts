import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePlanes } from './decodePlanes.ts';

const create = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } });

describe('decodePlanes', () => {
  it.each([
    ['#ffffff', 255, 128, 128],
    ['#000000', 0, 128, 128],
    ['#808080', 128, 128, 128],
    ['#0000ff', 29, 255, 107],
    ['#ff0000', 76, 85, 255],
  ])('gives %s by the matrix of JFIF: %i, %i, %i', async (colour, luma, cb, cr) => {
    const planes = await decodePlanes(await create(6, 4, colour).png().toBuffer());
    expect(planes).toMatchObject({ widthPx: 6, heightPx: 4, range: 'full', stride: 6, frameWidthPx: 6, frameHeightPx: 4 });
    expect([planes.luma[13], planes.chroma?.cb[4], planes.chroma?.cr[4]]).toEqual([luma, cb, cr]);
  });

  it('turns a picture upright by its tag', async () => {
    const top = await create(20, 5, '#fff').png().toBuffer();
    const tagged = create(20, 10, '#000')
      .composite([{ input: top, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 });
    const planes = await decodePlanes(await tagged.jpeg().toBuffer());
    expect([planes.widthPx, planes.heightPx]).toEqual([10, 20]);
    expect(planes.luma[5 * 10 + 1]).toBeLessThan(20);
    expect(planes.luma[5 * 10 + 8]).toBeGreaterThan(235);
  });

  it('makes room for the last chroma sample of odd sides', async () => {
    const { chroma } = await decodePlanes(await create(5, 3, '#ff0000').png().toBuffer());
    expect([chroma?.widthPx, chroma?.heightPx, chroma?.cr[5]]).toEqual([3, 2, 255]);
  });
});
