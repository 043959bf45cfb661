import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { createRgbaConverter } from '../../frame/createRgbaConverter.ts';
import { findDocument } from './findDocument.ts';
import { sampleGrid } from './sampleGrid.ts';

/** A folder beside the repository, not part of it. Without it the drawn outlines of `findDocument.test.ts` are all there is. */
const folder = '../shared/data';

type Corners = readonly (readonly [x: number, y: number])[];

interface Picture {
  readonly kind: string;
  readonly file: string;
  /** Of the upright picture; corners may lie outside of it. */
  readonly quad: Corners | null;
}

async function readIndex(): Promise<readonly Picture[]> {
  try {
    const index: { items: Picture[] } = JSON.parse(await commands.readFile(`${folder}/index.json`));
    return index.items.filter(({ file }) => file.startsWith('doc/'));
  } catch {
    return [];
  }
}

async function look(file: string) {
  const binary = atob(await commands.readFile(`${folder}/${file}`, { encoding: 'base64' }));
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0)]));
  const { width: widthPx, height: heightPx } = bitmap;
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context?.getImageData(0, 0, widthPx, heightPx) ?? { data: new Uint8ClampedArray(0) };
  const size = { widthPx, heightPx, frameWidthPx: widthPx, frameHeightPx: heightPx };
  return { widthPx, heightPx, found: findDocument(sampleGrid(createRgbaConverter()(data, size))) };
}

function isInside(corners: Corners, x: number, y: number): boolean {
  const turns = corners.map(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [0, 0];
    return Math.sign((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX));
  });
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0);
}

/** Intersection over union of what is seen of two outlines, counted on a raster. */
function measureOverlap(one: Corners, other: Corners, widthPx: number, heightPx: number): number {
  const steps = 250;
  let [both, either] = [0, 0];
  for (let row = 0.5; row < steps; row += 1) {
    for (let column = 0.5; column < steps; column += 1) {
      const [x, y] = [(column / steps) * widthPx, (row / steps) * heightPx];
      const [inOne, inOther] = [isInside(one, x, y), isInside(other, x, y)];
      if (inOne && inOther) both += 1;
      if (inOne || inOther) either += 1;
    }
  }
  return either > 0 ? both / either : 0;
}

const pictures = await readIndex();

describe('findDocument on labelled pictures', () => {
  it('finds at least 85 of 100 documents and takes at most one in nine scenes for one', { timeout: 120_000 }, async ({ skip }) => {
    skip(pictures.length === 0, `${folder} is not there: only drawn outlines are tried`);
    const missed: string[] = [];
    const mistaken: string[] = [];
    for (const { file, quad } of pictures) {
      const { widthPx, heightPx, found } = await look(file);
      const corners = found?.quad.map(({ x, y }) => [x, y] as const) ?? [];
      if (quad && (!found || measureOverlap(quad, corners, widthPx, heightPx) < 0.9)) missed.push(file);
      if (!quad && found) mistaken.push(file);
    }
    const documents = pictures.filter(({ quad }) => quad).length;
    const scenes = pictures.length - documents;
    expect(missed.length / documents, `missed: ${missed.join(', ')}`).toBeLessThanOrEqual(0.15);
    expect(mistaken.length, `taken for documents: ${mistaken.join(', ')}`).toBeLessThanOrEqual(scenes / 9);
  });
});
