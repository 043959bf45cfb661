import type { Quad } from './frameReport.ts';

/** Length of the longest of the four sides. */
export function measureLongestSide([a, b, c, d]: Quad): number {
  return Math.max(
    Math.hypot(b.x - a.x, b.y - a.y),
    Math.hypot(c.x - b.x, c.y - b.y),
    Math.hypot(d.x - c.x, d.y - c.y),
    Math.hypot(a.x - d.x, a.y - d.y),
  );
}
