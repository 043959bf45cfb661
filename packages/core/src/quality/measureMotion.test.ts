import { describe, expect, it } from 'vitest';
import type { FrameMemory } from './frameMemory.ts';
import { measureMotion } from './measureMotion.ts';
import { measureShift } from './measureShift.ts';
import { defaultDocumentThresholds } from './qualityThresholds.ts';
import { rememberFrame } from './rememberFrame.ts';
import { drawPlanes, type DrawPlanesOptions } from './testing/drawPlanes.ts';

const { maxMotion } = defaultDocumentThresholds;
const middle = { x: 0.15, y: 0.15, width: 0.7, height: 0.7 };

/** Blobs of many sizes, as a card on a desk is made of. */
const texture = (x: number, y: number) =>
  128 + 50 * Math.sin(x / 23 + y / 41) + 40 * Math.sin(y / 17 - x / 61) + 25 * Math.sin((x * y) / 9000);

const remember = (luma: DrawPlanesOptions['luma'], widthPx = 640, heightPx = 480): FrameMemory =>
  rememberFrame(drawPlanes({ widthPx, heightPx, luma }));

const before = remember(texture);

describe('measureMotion', () => {
  it.each([
    [0, 0],
    [3, 0],
    [0, -4],
    [10, 0],
    [-16, 12],
    [24, -20],
    [40, 0],
  ])('measures a shift by %i and %i px', (dx, dy) => {
    const now = remember((x, y) => texture(x - dx, y - dy));
    expect(measureMotion(before, now, middle)).toBeCloseTo(Math.hypot(dx, dy) / 640, 2);
  });

  it.each([
    [3, 0],
    [-16, 12],
    [24, -20],
  ])('tells which way: by %i and %i px', (dx, dy) => {
    const { x, y } = measureShift(
      before,
      remember((atX, atY) => texture(atX - dx, atY - dy)),
      middle,
    );
    expect([Math.abs(x * 640 - dx), Math.abs(y * 640 - dy)].every((error) => error < 3)).toBe(true);
  });

  it('measures the same shift when the light changes with it', () => {
    const now = remember((x, y) => 20 + 0.5 * texture(x - 16, y));
    expect(measureMotion(before, now, middle)).toBeCloseTo(16 / 640, 2);
    expect(
      measureMotion(
        before,
        remember((x, y) => 20 + 0.5 * texture(x, y)),
        middle,
      ),
    ).toBeLessThan(maxMotion / 4);
  });

  it('takes another picture for a large motion', () => {
    const other = remember((x, y) => 128 + 60 * Math.sin(x / 7) * Math.sin(y / 60));
    expect(measureMotion(before, other, middle)).toBeGreaterThan(maxMotion);
  });

  it('sees what moves in front of something at rest when it is looked at', () => {
    const card = (left: number) => (x: number, y: number) =>
      x > left && x < left + 300 && y > 120 && y < 330 ? 150 + texture((x - left) * 3, y * 3) / 3 : 60;
    const box = { x: 200 / 640, y: 120 / 480, width: 300 / 640, height: 210 / 480 };
    expect(measureMotion(remember(card(180)), remember(card(200)), box)).toBeCloseTo(20 / 640, 2);
  });

  it.each([
    ['no frame before', undefined, before],
    ['a frame of another shape before', remember(texture, 480, 640), before],
    ['an even wall', remember(() => 90), remember(() => 120)],
    ['frames of one pixel', remember(() => 90, 1, 1), remember(() => 0, 1, 1)],
  ])('sees no motion with %s', (_, last, now) => {
    expect(measureMotion(last, now, middle)).toBe(0);
  });

  it('tells by its box that a face comes nearer', () => {
    const wall = rememberFrame(drawPlanes({ widthPx: 640, heightPx: 480, luma: () => 100 }));
    const small = { ...wall, face: { x: 0.4, y: 0.4, width: 0.2, height: 0.3 } };
    const large = { ...wall, face: { x: 0.39, y: 0.39, width: 0.22, height: 0.33 } };
    expect(measureMotion(small, large, middle)).toBeCloseTo((0.03 * 480) / 640, 3);
    expect(measureMotion(small, small, middle)).toBe(0);
  });

  it('remembers the range of video as the whole of it', () => {
    const draw = (range: 'full' | 'limited') => rememberFrame(drawPlanes({ widthPx: 640, heightPx: 480, luma: texture, range })).cells;
    const [full, limited] = [draw('full'), draw('limited')];
    expect(Math.max(...full.map((cell, at) => Math.abs(cell - (limited[at] ?? -99))))).toBeLessThan(1);
  });

  it('keeps no more of a frame than 64 x 64 cells', () => {
    expect(remember(texture, 1920, 1080).cells.length).toBe(64 * 36);
    expect(remember(texture, 20, 10)).toMatchObject({ columns: 20, rows: 10 });
  });
});
