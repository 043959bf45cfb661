import { describe, expect, it } from 'vitest';
import { findArea, resizeQuad } from './findArea.ts';
import type { Quad } from './frameReport.ts';
import { drawPlanes } from './testing/drawPlanes.ts';

/** Planes of a quarter of the frame's size. */
const planes = { ...drawPlanes({ widthPx: 320, heightPx: 180, luma: () => 0 }), frameWidthPx: 1280, frameHeightPx: 720 };
const outline: Quad = [
  { x: 128, y: 72 },
  { x: 640, y: 72 },
  { x: 640, y: 360 },
  { x: 128, y: 360 },
];

describe('findArea', () => {
  it('is the document, in pixels of the planes', () => {
    expect(findArea(planes, outline, [])).toEqual({
      quad: [
        { x: 32, y: 18 },
        { x: 160, y: 18 },
        { x: 160, y: 90 },
        { x: 32, y: 90 },
      ],
      box: { x: 0.1, y: 0.1, width: 0.4, height: 0.4 },
      isSubject: true,
    });
  });

  it('is the largest of the faces', () => {
    const small = { x: 0, y: 0, width: 100, height: 100 };
    const { box, isSubject } = findArea(planes, undefined, [small, { x: 640, y: 180, width: 320, height: 360 }, small]);
    expect(isSubject).toBe(true);
    expect(box).toEqual({ x: 0.5, y: 0.25, width: 0.25, height: 0.5 });
  });

  it('is the middle of the frame when there is neither', () => {
    const { box, isSubject } = findArea(planes, undefined, []);
    expect(isSubject).toBe(false);
    expect(box.x).toBeCloseTo(0.15, 5);
    expect(box.height).toBeCloseTo(0.7, 5);
  });
});

describe('resizeQuad', () => {
  it('keeps shape and middle', () => {
    const resized = resizeQuad(outline, 1.5);
    expect(resized[0]).toEqual({ x: 0, y: 0 });
    expect(resized[2]).toEqual({ x: 768, y: 432 });
  });
});
