import type { Point } from '../frameReport.ts';
import { crossLines } from './crossLines.ts';
import type { Edges } from './findEdges.ts';
import type { Outline } from './proposeOutlines.ts';
import { type Line, traceLine } from './traceLine.ts';

/** Lays each side anew through the edges between its own corners only, and gives the corners in turn, in cells. */
export function refineOutline(edges: Edges, { corners, sides }: Outline): readonly [Point, Point, Point, Point] {
  const lines = sides.map((side, index) => {
    if (side.isBorder) return side;
    const axis = side.isSteep ? 1 : 0;
    const one = corners[((index + 3) % 4) * 2 + axis] as number;
    const other = corners[index * 2 + axis] as number;
    const length = side.isSteep ? edges.heightPx : edges.widthPx;
    // Corners are round on cards and bent on paper.
    const trim = 0.06 * Math.abs(other - one);
    const from = Math.max(0, Math.ceil(Math.min(one, other) + trim));
    const to = Math.min(length, Math.floor(Math.max(one, other) - trim));
    return traceLine(edges, side.isSteep, side.base, side.slope, from, to);
  });
  const cross = (index: number) => crossLines(lines[index] as Line, lines[(index + 1) % 4] as Line);
  return [cross(0), cross(1), cross(2), cross(3)];
}
