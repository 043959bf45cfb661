import type { Quad } from './frameReport.ts';

/** Where a convex quad's inside begins and ends on a line across it, or `null` when the line misses it. `across` turns x and y about. */
export function spanWithin(quad: Quad, line: number, isColumn: boolean): readonly [from: number, to: number] | null {
  let from = Infinity;
  let to = -Infinity;
  let before = quad[3];
  for (const corner of quad) {
    const [p0, q0, p1, q1] = isColumn ? [before.x, before.y, corner.x, corner.y] : [before.y, before.x, corner.y, corner.x];
    before = corner;
    if (p0 <= line === p1 <= line) continue;
    const at = q0 + ((q1 - q0) * (line - p0)) / (p1 - p0);
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return to > from ? [from, to] : null;
}
