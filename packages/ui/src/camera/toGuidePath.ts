import type { Point } from '@stepframe/core/capture';

/** How much of a side the rounding takes: for a card about 3.2 mm of 85.6 and a half more. Paper has corners. */
const cornerShare = { card: 0.055, page: 0.01 };

/**
 * The guide as an SVG path in a box `ratio` wide and 1 high.
 *
 * @param points four corners as shares of the box; an oval does not follow them, it fills the middle.
 */
export function toGuidePath(shape: 'card' | 'page' | 'oval', points: readonly Point[], ratio: number): string {
  if (shape === 'oval') {
    const height = Math.min(0.44, (0.39 * ratio * 4) / 3);
    const width = height * 0.75;
    return `M${ratio / 2 - width} .5a${width} ${height} 0 1 0 ${width * 2} 0a${width} ${height} 0 1 0 ${-width * 2} 0Z`;
  }
  const corners = points.map(({ x, y }) => ({ x: x * ratio, y }));
  const sides = corners.map((corner, at) => {
    const share = cornerShare[shape];
    const before = towards(share, corner, corners.at(at - 1));
    return `${before}Q${towards(share, corner)} ${towards(share, corner, corners.at(at + 1 - corners.length))}`;
  });
  return `M${sides.join('L')}Z`;
}

/** The point where the rounding of a corner begins, on the way to the next one. */
function towards(share: number, from: Point, to: Point = from): string {
  return `${from.x + (to.x - from.x) * share} ${from.y + (to.y - from.y) * share}`;
}
