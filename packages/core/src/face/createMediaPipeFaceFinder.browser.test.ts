import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import type { Box } from '../quality/frameReport.ts';
import { createMediaPipeFaceFinder } from './createMediaPipeFaceFinder.ts';
import type { FaceFinder, FacePixels } from './FaceFinder.ts';

interface Labelled {
  readonly kind: string;
  readonly file: string;
  readonly expected: string;
  readonly faceBoxes: readonly (readonly [x: number, y: number, width: number, height: number])[];
}

const packages = '/packages/core/node_modules/@mediapipe';
const wasmPath = `${packages}/tasks-vision/wasm`;
const modelPath = `${packages}/face_detection/face_detection_short_range.tflite`;
/** A folder beside the repository, not part of it. */
const folder = '../shared/data';

async function readIndex(): Promise<readonly Labelled[]> {
  try {
    const index: { items: Labelled[] } = JSON.parse(await commands.readFile(`${folder}/index.json`));
    return index.items;
  } catch {
    console.log(`No faces are looked for: ${folder} is not there.`);
    return [];
  }
}

async function openPicture(path: string): Promise<ImageBitmap> {
  const binary = atob(await commands.readFile(`${folder}/${path}`, { encoding: 'base64' }));
  return createImageBitmap(new Blob([Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0)], { type: 'image/jpeg' }));
}

/** Shared area of two boxes, of their common one. */
function overlap(box: Box, [x, y, width, height]: Labelled['faceBoxes'][number]): number {
  const sharedWidth = Math.min(box.x + box.width, x + width) - Math.max(box.x, x);
  const sharedHeight = Math.min(box.y + box.height, y + height) - Math.max(box.y, y);
  const shared = Math.max(0, sharedWidth) * Math.max(0, sharedHeight);
  return shared / (box.width * box.height + width * height - shared);
}

const items = await readIndex();
/** One upright face of an ordinary size. Far and upside down are what a person is asked to mend, and beyond this model. */
const portraits = items.filter(
  ({ kind, faceBoxes, expected }) => kind === 'face' && faceBoxes.length === 1 && !/too_small|rotated/.test(expected),
);
const empty = items.filter(({ kind }) => kind === 'noface');
let finder: FaceFinder;

beforeAll(async () => {
  finder = await createMediaPipeFaceFinder({ wasmPath, modelPath });
}, 60_000);

afterAll(() => finder.close());

describe('createMediaPipeFaceFinder', () => {
  it('finds nothing in an empty picture', async () => {
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d')?.fillRect(0, 0, 640, 480);
    expect(await finder.find(canvas)).toEqual([]);
  });

  it.runIf(portraits.length > 0)('finds the one face of portraits, where it is', { timeout: 60_000 }, async () => {
    const missed: string[] = [];
    for (const { file, faceBoxes } of portraits) {
      const picture = await openPicture(file);
      const [face, ...others] = await finder.find(picture);
      picture.close();
      const [label] = faceBoxes;
      if (!face || !label || others.length > 0 || overlap(face, label) < 0.5) missed.push(file);
    }
    console.log(`Faces: ${portraits.length - missed.length} of ${portraits.length} portraits. ${missed.join(' ')}`);
    expect(missed.length / portraits.length).toBeLessThan(0.1);
  });

  it.runIf(empty.length > 0)('finds next to none where there is none', { timeout: 60_000 }, async () => {
    const found: string[] = [];
    for (const { file } of empty) {
      const picture = await openPicture(file);
      if ((await finder.find(picture)).length > 0) found.push(file);
      picture.close();
    }
    console.log(`Faces: in ${found.length} of ${empty.length} pictures without one. ${found.join(' ')}`);
    expect(found.length / empty.length).toBeLessThan(0.2);
  });

  it.runIf(portraits.length > 0)('looks at frames, bitmaps and canvases alike, and leaves them open', { timeout: 60_000 }, async () => {
    const picture = await openPicture(portraits[0]?.file ?? '');
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const frame = new VideoFrame(canvas, { timestamp: 0 });
    const turned = new VideoFrame(frame, { rotation: 180 } as VideoFrameInit);
    const pictures: FacePixels[] = [picture, canvas, frame];
    const [expected] = await finder.find(picture);
    for (const pixels of pictures) {
      const [face] = await finder.find(pixels);
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(Math.abs((face?.[side] ?? Number.NaN) - (expected?.[side] ?? 0)) / picture.width).toBeLessThan(0.02);
      }
    }
    // Drawn as it is shown: on its head, and nobody is found there.
    expect(await finder.find(turned)).toEqual([]);
    expect(frame.format).not.toBeNull();
    expect(picture.width).toBeGreaterThan(0);
    for (const pixels of [frame, turned, picture]) pixels.close();
  });

  it.each([
    ['no model', { wasmPath, modelPath: `${packages}/nowhere.tflite`, fetch: async () => new Response(null, { status: 404 }) }],
    ['something else for a model', { wasmPath, modelPath, fetch: async () => new Response('<!doctype html>') }],
    ['no files', { wasmPath: '/nowhere', modelPath }],
  ])('says what to do where there is %s', { timeout: 60_000 }, async (_, options) => {
    await expect(createMediaPipeFaceFinder(options)).rejects.toMatchObject({
      name: 'ConfigurationError',
      code: 'configuration/invalid',
      message: expect.stringContaining('`wasmPath` and `modelPath`'),
    });
  });
});
