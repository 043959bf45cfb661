import { describe, expect, it } from 'vitest';
import { followDocument } from './followDocument.ts';
import type { DocumentMemory, FrameMemory } from './measureMotion.ts';
import type { FoundDocument } from './quad/findDocument.ts';
import { sampleGrid } from './quad/sampleGrid.ts';
import { rememberFrame } from './rememberFrame.ts';
import { drawPage } from './testing/drawPage.ts';
import { drawPlanes } from './testing/drawPlanes.ts';

const frame = { widthPx: 640, heightPx: 360 };
const print = drawPage({ widthPx: 340, heightPx: 216 });

/** A printed page on a desk that grows lighter to the right, or the desk alone. */
function drawGrid(leftPx: number | null) {
  const isPage = (x: number, y: number) => leftPx !== null && x >= leftPx && x < leftPx + 340 && y >= 70 && y < 286;
  return sampleGrid(drawPlanes({ ...frame, luma: (x, y) => (isPage(x, y) ? print(x - (leftPx ?? 0), y - 70) : 40 + x / 16) }));
}

/** A document that is not where one would be found, so that one can tell what was looked for and what was taken over. */
const elsewhere: FoundDocument = {
  quad: [
    { x: 1, y: 1 },
    { x: 2, y: 1 },
    { x: 2, y: 2 },
    { x: 1, y: 2 },
  ],
  confidence: 1,
  isCutOff: false,
  coverage: 0.1,
  tiltDegrees: 0,
};

const remember = (leftPx: number | null, document: DocumentMemory): FrameMemory => ({
  ...rememberFrame(drawGrid(leftPx)),
  document,
});

function follow(leftPx: number | null, before?: FrameMemory) {
  const grid = drawGrid(leftPx);
  return followDocument(grid, rememberFrame(grid), before);
}

describe('followDocument', () => {
  it('looks for a document in a first frame', () => {
    const { found, frames } = follow(150);
    expect(frames).toBe(0);
    expect(Math.abs((found?.quad[0].x ?? 0) - 150)).toBeLessThan(4);
  });

  it('takes over what was found for two frames in which nothing moves, then looks anew', () => {
    let memory = remember(150, { found: elsewhere, frames: 0 });
    for (const frames of [1, 2]) {
      memory = remember(150, follow(150, memory));
      expect(memory.document).toEqual({ found: elsewhere, frames });
    }
    expect(follow(150, memory)).toEqual(follow(150));
  });

  it('takes over that there is none', () => {
    expect(follow(150, remember(150, { found: null, frames: 0 }))).toEqual({ found: null, frames: 1 });
  });

  it.each([
    ['moves', 158],
    ['goes away', null],
  ])('looks anew at once when the document %s', (_what, leftPx) => {
    expect(follow(leftPx, remember(150, { found: elsewhere, frames: 0 }))).toEqual(follow(leftPx));
  });

  it('looks at once for a document that comes', () => {
    expect(follow(150, remember(null, { found: null, frames: 0 })).found).not.toBeNull();
  });
});
