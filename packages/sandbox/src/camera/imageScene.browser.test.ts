import { describe, expect, it } from 'vitest';
import { drawPhonePhoto } from '../specimen/drawPhonePhoto.ts';
import { imageScene, type ImageSceneOptions } from './imageScene.ts';

/** A picture of 200 × 100: its left half red, its right half blue. */
async function halves(): Promise<Blob> {
  const canvas = new OffscreenCanvas(200, 100);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D context.');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 100, 100);
  context.fillStyle = '#0000ff';
  context.fillRect(100, 0, 100, 100);
  return canvas.convertToBlob({ type: 'image/png' });
}

const frame = { widthPx: 100, heightPx: 100, index: 0, timeMs: 0, facing: undefined, torch: false } as const;

function createContext(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = 100;
  canvas.height = 100;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D context.');
  return context;
}

async function colorsOf(options: ImageSceneOptions): Promise<Record<'left' | 'right' | 'top', readonly number[]>> {
  const context = createContext();
  const scene = await imageScene(await halves(), options);
  scene(context, frame);
  scene.close();
  const at = (x: number, y: number) => Array.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3));
  return { left: at(2, 50), right: at(97, 50), top: at(2, 2) };
}

describe('imageScene', () => {
  it('covers the frame unless told otherwise', async () => {
    expect(await colorsOf({})).toEqual({ left: [255, 0, 0], right: [0, 0, 255], top: [255, 0, 0] });
  });

  it('shows the whole picture on black with contain', async () => {
    expect(await colorsOf({ fit: 'contain' })).toEqual({ left: [255, 0, 0], right: [0, 0, 255], top: [0, 0, 0] });
  });

  it('loads an address', async () => {
    const picture = await halves();
    const asked: string[] = [];
    const scene = await imageScene('/photo.png', {
      fetch: async (address) => {
        asked.push(address);
        return new Response(picture);
      },
    });
    const context = createContext();
    scene(context, frame);
    scene.close();
    expect(asked).toEqual(['/photo.png']);
    expect([...context.getImageData(2, 50, 1, 1).data]).toEqual([255, 0, 0, 255]);
  });

  it('refuses an address that answers with an error, and bytes that are no picture', async () => {
    await expect(imageScene('/gone.png', { fetch: async () => new Response(null, { status: 404 }) })).rejects.toThrow(/404/);
    await expect(imageScene(new Blob(['words']))).rejects.toMatchObject({ name: 'InvalidStateError' });
  });

  it('holds a phone’s photo upright', async () => {
    const photo = await drawPhonePhoto({ kind: 'face', widthPx: 90, heightPx: 160 });
    const scene = await imageScene(photo, { fit: 'contain' });
    const context = createContext();
    scene(context, frame);
    scene.close();
    // Upright it is narrow: black on both sides, picture at the top.
    const lit = (x: number, y: number) =>
      context
        .getImageData(x, y, 1, 1)
        .data.slice(0, 3)
        .some((value) => value > 40);
    expect([lit(5, 50), lit(50, 5), lit(95, 50)]).toEqual([false, true, false]);
  });

  it('draws black once it is closed', async () => {
    const scene = await imageScene(await halves());
    const context = createContext();
    scene(context, frame);
    scene.close();
    scene(context, frame);
    expect([...context.getImageData(2, 50, 1, 1).data]).toEqual([0, 0, 0, 255]);
  });
});
