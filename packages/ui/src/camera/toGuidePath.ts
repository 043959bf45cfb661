import type { Point } from '@stepframe/core/capture';

/** Radius of a card's corner by its width, about 3.2 mm of 85.6. */
const cornerShare = 0.037;

/**
 * The guide as an SVG path in a box `ratio` wide and 1 high.
 *
 * @param points four corners as shares of the box; an oval does not follow them, it fills the middle.
 */
export function toGuidePath(shape: 'card' | 'oval', points: readonly Point[], ratio: number): string {
  if (shape === 'oval') {
    const height = Math.min(0.44, (0.39 * ratio * 4) / 3);
    const width = height * 0.75;
    return `M${ratio / 2 - width} .5a${width} ${height} 0 1 0 ${width * 2} 0a${width} ${height} 0 1 0 ${-width * 2} 0Z`;
  }
  const corners = points.map(({ x, y }) => ({ x: x * ratio, y }));
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return corners
    .map((corner, at) => {
      const before = towards(corner, corners.at(at - 1) ?? corner);
      const after = towards(corner, corners[(at + 1) % corners.length] ?? corner);
      return `${at ? 'L' : 'M'}${round(before.x)} ${round(before.y)}Q${round(corner.x)} ${round(corner.y)} ${round(after.x)} ${round(after.y)}`;
    })
    .join('')
    .concat('Z');
}

function towards(from: Point, to: Point): Point {
  return { x: from.x + (to.x - from.x) * cornerShare * 1.5, y: from.y + (to.y - from.y) * cornerShare * 1.5 };
}
