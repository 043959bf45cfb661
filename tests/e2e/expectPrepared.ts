import { defaultImageLimits } from '@stepframe/core/capture';
import type { SandboxImage } from '@stepframe/sandbox';
import sharp from 'sharp';
import { expect } from 'vitest';
import { listJpegSegments } from './listJpegSegments.ts';
import { measureLikeness } from './measureLikeness.ts';

const { maxEdgePx, maxBytes } = defaultImageLimits;
const exif = 0xe1;
const iptc = 0xed;
const comment = 0xfe;

/** Checks that a picture arrived as it was shown: the same to look at, upright, inside the limits, nothing but pixels in it. */
export async function expectPrepared(arrived: Pick<SandboxImage, 'blob'> | null | undefined, shown: Buffer): Promise<void> {
  expect(arrived, 'the picture is there').toBeTruthy();
  const bytes = Buffer.from((await arrived?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
  const metadata = await sharp(bytes).metadata();

  expect(metadata.format).toBe('jpeg');
  expect(bytes.length).toBeLessThanOrEqual(maxBytes);
  expect(Math.max(metadata.width, metadata.height)).toBeLessThanOrEqual(maxEdgePx);
  const upright = await sharp(shown).autoOrient().toBuffer({ resolveWithObject: true });
  expect(metadata.width / metadata.height).toBeCloseTo(upright.info.width / upright.info.height, 2);

  expect({ exif: metadata.exif, xmp: metadata.xmp, iptc: metadata.iptc, orientation: metadata.orientation }).toEqual({});
  for (const marker of [exif, iptc, comment]) expect(listJpegSegments(bytes)).not.toContain(marker);

  expect(await measureLikeness(bytes, shown)).toBeGreaterThan(0.98);
  // Else the comparison above would say nothing about how the picture lies.
  const turned = await sharp(upright.data).rotate(180).toBuffer();
  const mirrored = await sharp(upright.data).flop().toBuffer();
  for (const wrong of [turned, mirrored]) expect(await measureLikeness(bytes, wrong)).toBeLessThan(0.9);
}
