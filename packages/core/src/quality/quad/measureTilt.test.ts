import { describe, expect, it } from 'vitest';
import type { Point } from '../frameReport.ts';
import { measureTilt } from './measureTilt.ts';

/** A card's corners as a camera with the focal length of a phone sees them, the card turned away around an axis in its middle. */
function seeCard(tiltDegrees: number, axisDegrees: number, focalPx: number, frame: readonly [number, number]) {
  const [tilt, axis] = [(tiltDegrees * Math.PI) / 180, (axisDegrees * Math.PI) / 180];
  const see = (cardX: number, cardY: number): Point => {
    const along = cardX * Math.cos(axis) + cardY * Math.sin(axis);
    const off = -cardX * Math.sin(axis) + cardY * Math.cos(axis);
    const [x, y] = [
      along * Math.cos(axis) - off * Math.cos(tilt) * Math.sin(axis),
      along * Math.sin(axis) + off * Math.cos(tilt) * Math.cos(axis),
    ];
    const depth = 2 + off * Math.sin(tilt);
    return { x: frame[0] / 2 + 40 + (focalPx * x) / depth, y: frame[1] / 2 - 25 + (focalPx * y) / depth };
  };
  return [see(-0.79, -0.5), see(0.79, -0.5), see(0.79, 0.5), see(-0.79, 0.5)] as const;
}

describe('measureTilt', () => {
  it.each([
    [15, 0],
    [30, 0],
    [30, 35],
    [45, 90],
    [60, 120],
  ])('tells a card that is turned away by %i degrees, around an axis at %i', (tilt, axis) => {
    // Moved off the middle of the frame, which shears what is seen a little.
    const quad = seeCard(tilt, axis, 0.8 * 1280, [1280, 720]);
    expect(Math.abs(measureTilt(quad, 1280, 720) - tilt)).toBeLessThan(3);
  });

  it('is 0 for a card seen straight on, however it lies', () => {
    expect(measureTilt(seeCard(0, 0, 1024, [1280, 720]), 1280, 720)).toBeCloseTo(0, 3);
    const turned = [0, 90, 180, 270].map((degrees) => ({
      x: 300 + 100 * Math.cos((degrees * Math.PI) / 180),
      y: 300 + 100 * Math.sin((degrees * Math.PI) / 180),
    }));
    const [a, b, c, d] = turned as [Point, Point, Point, Point];
    expect(measureTilt([a, b, c, d], 720, 1280)).toBeCloseTo(0, 3);
  });

  it('is 0 for corners that are all one point', () => {
    const point = { x: 5, y: 5 };
    expect(measureTilt([point, point, point, point], 100, 100)).toBe(0);
  });
});
