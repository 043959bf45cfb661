import type { Point, Quad } from '../frameReport.ts';

/** Turns the corners of a convex quadrilateral clockwise as seen, the one nearest to the frame's top left standing first. */
export function orderCorners([a, b, c, d]: readonly [Point, Point, Point, Point]): Quad {
  const isClockwise = (c.x - a.x) * (d.y - b.y) > (c.y - a.y) * (d.x - b.x);
  const turned: Quad = isClockwise ? [a, b, c, d] : [a, d, c, b];
  const sums = turned.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  const at = (index: number) => turned[((first + index) % 4) as 0 | 1 | 2 | 3];
  return [at(0), at(1), at(2), at(3)];
}
