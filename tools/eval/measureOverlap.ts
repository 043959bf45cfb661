type Corner = readonly [x: number, y: number];
export type Polygon = readonly Corner[];

function measureArea(polygon: Polygon): number {
  let twice = 0;
  polygon.forEach(([x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [0, 0];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** What of a polygon lies within a convex one (Sutherland and Hodgman, 1974). */
function intersect(subject: Polygon, convex: Polygon): Polygon {
  const turn = Math.sign(measureArea(convex));
  return convex.reduce<Polygon>((left, [x0, y0], index) => {
    const [x1, y1] = convex[(index + 1) % convex.length] ?? [0, 0];
    const depth = ([x, y]: Corner) => turn * ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
    return left.flatMap((corner, place) => {
      const before = left.at(place - 1) ?? corner;
      const [here, there] = [depth(corner), depth(before)];
      const crossing = (): Corner => {
        const share = there / (there - here);
        return [before[0] + (corner[0] - before[0]) * share, before[1] + (corner[1] - before[1]) * share];
      };
      if (here >= 0) return there >= 0 ? [corner] : [crossing(), corner];
      return there >= 0 ? [crossing()] : [];
    });
  }, subject);
}

/** Intersection over union of two convex polygons, 0 to 1. */
export function measureOverlap(one: Polygon, other: Polygon): number {
  const shared = Math.abs(measureArea(intersect(one, other)));
  const both = Math.abs(measureArea(one)) + Math.abs(measureArea(other)) - shared;
  return both > 0 ? shared / both : 0;
}

/** The part of a convex polygon that is seen in a picture. */
export function clipToFrame(polygon: Polygon, widthPx: number, heightPx: number): Polygon {
  return intersect(polygon, [
    [0, 0],
    [widthPx, 0],
    [widthPx, heightPx],
    [0, heightPx],
  ]);
}
