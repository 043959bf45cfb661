import { describe, expect, it } from 'vitest';
import { createLayer } from './createLayer.ts';
import type { Flaw } from './drawFlaw.ts';
import { drawPhonePhoto } from './drawPhonePhoto.ts';
import { drawScene, type SceneName } from './drawScene.ts';
import { drawSpecimenCard } from './drawSpecimenCard.ts';
import { drawSpecimenFile } from './drawSpecimenFile.ts';
import type { ExifOrientation } from './exifSegment.ts';

const size = { widthPx: 160, heightPx: 90 } as const;

async function pixelsOf(picture: Blob, imageOrientation: ImageOrientation = 'from-image'): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture, { imageOrientation });
  const { context } = createLayer(bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height);
  bitmap.close();
  return pixels;
}

function sceneOf(scene: SceneName, widthPx: number, heightPx: number, flaw?: Flaw): ImageData {
  const { context } = createLayer(widthPx, heightPx);
  drawScene(context, { scene, widthPx, heightPx, flaw });
  return context.getImageData(0, 0, widthPx, heightPx);
}

function difference(one: ImageData, other: ImageData): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  return one.data.reduce((sum, value, at) => sum + Math.abs(value - (other.data[at] ?? 0)), 0) / one.data.length;
}

const meanOf = ({ data }: ImageData) => data.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0) / ((data.length / 4) * 3);

const burntOut = ({ data }: ImageData) => data.filter((value, at) => at % 4 === 0 && value === 255 && data[at + 2] === 255).length;

/** Mean difference between neighbours in a row: high where there are edges. */
function edgesOf({ data }: ImageData): number {
  let sum = 0;
  for (let at = 4; at < data.length; at += 4) sum += Math.abs((data[at + 1] ?? 0) - (data[at - 3] ?? 0));
  return sum / (data.length / 4);
}

describe('drawScene', () => {
  it.each(['card-front', 'card-back', 'face', 'blank'] as const)('draws %s the same every time and fills the picture', (scene) => {
    const pixels = sceneOf(scene, 160, 90);
    expect(pixels.data).toEqual(sceneOf(scene, 160, 90).data);
    expect(pixels.data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
  });

  it('draws four different scenes', () => {
    const scenes = (['card-front', 'card-back', 'face', 'blank'] as const).map((scene) => sceneOf(scene, 160, 90));
    for (const [place, one] of scenes.entries()) {
      for (const other of scenes.slice(place + 1)) expect(difference(one, other)).toBeGreaterThan(5);
    }
  });

  it('leaves the context as it was', () => {
    const { context } = createLayer(160, 90);
    context.fillStyle = '#123456';
    const before = context.getTransform().toString();
    drawScene(context, { scene: 'card-front', ...size, flaw: 'glare' });
    expect([context.fillStyle, context.globalAlpha, context.getTransform().toString()]).toEqual(['#123456', 1, before]);
  });

  it('spoils the picture as the flaw says', () => {
    const good = sceneOf('card-front', 640, 360);
    expect(meanOf(sceneOf('card-front', 640, 360, 'dark'))).toBeLessThan(meanOf(good) / 2);
    expect(edgesOf(sceneOf('card-front', 640, 360, 'blurred'))).toBeLessThan(edgesOf(good) / 4);
    expect(burntOut(sceneOf('card-front', 640, 360, 'glare'))).toBeGreaterThan(burntOut(good) + 5000);
    const grey = sceneOf('card-front', 640, 360, 'infrared');
    const isGrey = (at: number) => Math.abs((grey.data[at] ?? 0) - (grey.data[at + 2] ?? 0)) <= 2;
    expect(grey.data.every((_, at) => at % 4 !== 0 || isGrey(at))).toBe(true);
  });
});

describe('drawSpecimenCard', () => {
  it.each(['front', 'back'] as const)('draws the %s in its place with clear corners and nothing around it', (side) => {
    const { context } = createLayer(300, 200);
    drawSpecimenCard(context, { side, xPx: 50, yPx: 20, widthPx: 200 });
    const alpha = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3];
    expect([alpha(45, 80), alpha(150, 10), alpha(51, 21), alpha(150, 160)]).toEqual([0, 0, 0, 0]);
    expect([alpha(150, 80), alpha(60, 80), alpha(150, 140)]).toEqual([255, 255, 255]);
  });
});

describe('drawSpecimenFile', () => {
  it.each([
    ['image/jpeg', 'specimen-card-front.jpg'],
    ['image/png', 'specimen-card-front.png'],
    ['image/webp', 'specimen-card-front.webp'],
  ] as const)('makes a file of %s with the picture of the scene', async (type, name) => {
    const file = await drawSpecimenFile({ kind: 'card-front', ...size, type });
    expect(file).toBeInstanceOf(File);
    expect([file.type, file.name]).toEqual([type, name]);
    expect(difference(await pixelsOf(file), sceneOf('card-front', 160, 90))).toBeLessThan(type === 'image/png' ? 0.5 : 8);
  });

  it('is 1920 × 1080 and has no EXIF unless told otherwise', async () => {
    const file = await drawSpecimenFile({ kind: 'face', name: 'selfie.jpg' });
    const { width, height } = await pixelsOf(file);
    expect([width, height, file.name, file.type]).toEqual([1920, 1080, 'selfie.jpg', 'image/jpeg']);
    expect(await file.text()).not.toContain('Exif');
  });
});

describe('drawPhonePhoto', () => {
  it.each<ExifOrientation>([1, 2, 3, 4, 5, 6, 7, 8])('shows upright when a reader heeds orientation %i', async (orientation) => {
    const photo = await drawPhonePhoto({ kind: 'card-front', widthPx: 160, heightPx: 90, orientation });
    expect(difference(await pixelsOf(photo), sceneOf('card-front', 160, 90))).toBeLessThan(6);
  });

  it('lies on its side by default, with a position of 0, 0', async () => {
    const photo = await drawPhonePhoto({ kind: 'card-back', widthPx: 90, heightPx: 160 });
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const words = String.fromCharCode(...bytes.slice(0, 200));
    expect(words).toContain('Exif');
    expect(words).toContain('SPECIMEN');
    // The link to the position, tag 0x8825 as a LONG, and the size in the frame header (SOF0): 90 high, 160 wide.
    expect(words).toContain('\x88\x25\x00\x04');
    const header = bytes.findIndex((value, at) => value === 0xff && bytes[at + 1] === 0xc0);
    expect(Array.from(bytes.subarray(header + 5, header + 9))).toEqual([0, 90, 0, 160]);
    expect(photo.name).toBe('specimen-card-back-photo.jpg');
  });

  it('holds no position when told so', async () => {
    const photo = await drawPhonePhoto({ kind: 'face', widthPx: 90, heightPx: 160, gps: null });
    const words = String.fromCharCode(...new Uint8Array(await photo.arrayBuffer()).slice(0, 200));
    expect(words).toContain('Exif');
    expect(words).not.toContain('\x88\x25');
  });
});
