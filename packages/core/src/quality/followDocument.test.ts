import { describe, expect, it } from 'vitest';
import type { FramePlanes } from '../frame/framePlanes.ts';
import { followDocument } from './followDocument.ts';
import type { DocumentMemory, FrameMemory } from './frameMemory.ts';
import type { Point } from './frameReport.ts';
import { measureShift } from './measureShift.ts';
import type { FoundDocument } from './quad/describeOutline.ts';
import { rememberFrame } from './rememberFrame.ts';
import { drawPage } from './testing/drawPage.ts';
import { drawPlanes } from './testing/drawPlanes.ts';

const frame = { widthPx: 480, heightPx: 270 };
/** Pixels to a cell of the grid that documents are looked for in. */
const cellPx = 1.5;
const card = { widthPx: 196, heightPx: 124 };
const print = drawPage(card);

/** Where a card lies: its middle, how it is turned, and its size. */
interface Pose extends Point {
  readonly turn?: number;
  readonly size?: number;
}

function toCorners({ x, y, turn = 0, size = 1 }: Pose): readonly Point[] {
  const [cos, sin] = [Math.cos(turn) * size, Math.sin(turn) * size];
  const [w, h] = [card.widthPx / 2, card.heightPx / 2];
  const place = (u: number, v: number) => ({ x: x + cos * u - sin * v, y: y + sin * u + cos * v });
  return [place(-w, -h), place(w, -h), place(w, h), place(-w, h)];
}

/** A desk that grows lighter to the right, and printed cards on it. */
function draw(...poses: readonly Pose[]): FramePlanes {
  const inverse = poses.map(({ x, y, turn = 0, size = 1 }) => ({ x, y, cos: Math.cos(turn) / size, sin: Math.sin(turn) / size }));
  const paint = (x: number, y: number) => {
    for (const pose of inverse) {
      const [dx, dy] = [x - pose.x, y - pose.y];
      const u = Math.floor(pose.cos * dx + pose.sin * dy + card.widthPx / 2);
      const v = Math.floor(pose.cos * dy - pose.sin * dx + card.heightPx / 2);
      if (u >= 0 && v >= 0 && u < card.widthPx && v < card.heightPx) return print(u, v);
    }
    return 40 + x / 16 + 6 * Math.sin(x / 19 + y / 31);
  };
  return drawPlanes({ ...frame, luma: paint });
}

const everywhere = { x: 0, y: 0, width: 1, height: 1 };

function look(planes: FramePlanes, before?: FrameMemory): FrameMemory {
  const cells = rememberFrame(planes);
  return { ...cells, document: followDocument(planes, cells, before, measureShift(before, cells, everywhere)) };
}

/** How far the worst corner is off, in cells. */
function measureError(document: DocumentMemory | undefined, corners: readonly Point[]): number {
  const quad = document?.found?.quad ?? [];
  return Math.max(...corners.map(({ x, y }) => Math.min(...quad.map((corner) => Math.hypot(corner.x - x, corner.y - y))))) / cellPx;
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

const middle: Pose = { x: 225, y: 135 };
const withDocument = (planes: FramePlanes, document: DocumentMemory): FrameMemory => ({ ...rememberFrame(planes), document });

describe('followDocument', () => {
  it('looks for a document in a first frame', () => {
    const { document } = look(draw(middle));
    expect(document?.frames).toBe(0);
    expect(measureError(document, toCorners(middle))).toBeLessThan(1.5);
  });

  it.each<readonly [string, (index: number) => Pose]>([
    ['lies still', () => middle],
    ['moves', (index) => ({ x: 150 + 5 * index, y: 105 + 2 * index })],
    ['trembles', (index) => ({ x: 225 + 7 * Math.sin(index * 2.1), y: 135 + 5 * Math.sin(index * 1.3) })],
    ['turns', (index) => ({ ...middle, turn: -0.3 + 0.02 * index })],
    ['grows', (index) => ({ ...middle, size: 0.7 + 0.02 * index })],
    ['moves, turns and grows', (index) => ({ x: 170 + 4 * index, y: 110 + index, turn: 0.012 * index, size: 0.8 + 0.01 * index })],
  ])('follows a card that %s over 30 frames, and looks anew in every fifth', (_what, poseAt) => {
    let memory: FrameMemory | undefined;
    const frames: number[] = [];
    for (let index = 0; index < 30; index += 1) {
      memory = look(draw(poseAt(index)), memory);
      expect(measureError(memory.document, toCorners(poseAt(index)))).toBeLessThan(2);
      frames.push(memory.document?.frames ?? -1);
    }
    expect(frames).toEqual(frames.map((_, index) => index % 5));
  });

  it('measures anew what it follows: a card that comes nearer covers more', () => {
    const far = look(draw({ ...middle, size: 0.9 }));
    const near = look(draw({ ...middle, size: 0.94 }), far);
    expect(near.document?.frames).toBe(1);
    expect(near.document?.found?.coverage).toBeCloseTo((0.94 ** 2 * card.widthPx * card.heightPx) / (frame.widthPx * frame.heightPx), 2);
  });

  it('loses a card at once that is taken away', () => {
    const memory = look(draw(middle), look(draw(middle)));
    expect(memory.document?.frames).toBe(1);
    expect(look(draw(), memory).document).toMatchObject({ found: null, frames: 0 });
  });

  it.each<readonly [string, readonly Pose[]]>([
    ['where there is no other', [{ x: 345, y: 150, turn: 0.2 }]],
    ['in the same place, turned', [{ ...middle, turn: 0.6 }]],
    ['just beside where the first was', [{ ...middle, x: middle.x + 14, y: middle.y + 10 }]],
  ])('finds another card within five frames that is laid elsewhere, %s', (_what, poses) => {
    let memory = look(draw(middle), look(draw(middle)));
    for (let index = 0; index < 5; index += 1) memory = look(draw(...poses), memory);
    expect(measureError(memory.document, toCorners(poses[0] as Pose))).toBeLessThan(2);
  });

  it('does not follow a card out of the frame: it is looked for, and told to be cut off', () => {
    let memory: FrameMemory | undefined;
    for (let x = 225; x >= 75; x -= 6) memory = look(draw({ x, y: 135 }), memory);
    expect(memory?.document).toMatchObject({ found: { isCutOff: true }, frames: 0 });
  });

  it('gives the same for the same frames and memory', () => {
    const memory = look(draw(middle));
    const next = draw({ ...middle, x: 230 });
    expect(look(next, memory)).toEqual(look(next, memory));
  });

  it('takes over what cannot be followed for two frames in which nothing moves, then looks anew', () => {
    const planes = draw(middle);
    let memory = withDocument(planes, { found: elsewhere, frames: 0 });
    for (const frames of [1, 2]) {
      memory = look(planes, memory);
      expect(memory.document).toEqual({ found: elsewhere, frames });
    }
    expect(look(planes, memory).document).toEqual(look(planes).document);
  });

  it('takes over that there is none', () => {
    expect(look(draw(middle), withDocument(draw(middle), { found: null, frames: 0 })).document).toEqual({ found: null, frames: 1 });
  });

  it.each<readonly [string, readonly Pose[]]>([
    ['moves', [{ ...middle, x: middle.x + 8 }]],
    ['goes away', []],
  ])('looks anew at once when what cannot be followed %s', (_what, poses) => {
    const before = withDocument(draw(middle), { found: elsewhere, frames: 0 });
    expect(look(draw(...poses), before).document).toEqual(look(draw(...poses)).document);
  });

  it('looks at once for a document that comes', () => {
    expect(look(draw(middle), withDocument(draw(), { found: null, frames: 0 })).document?.found).not.toBeNull();
  });
});
