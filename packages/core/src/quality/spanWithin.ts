/** A corner of an area by a family of parallel lines: the line it is on, and its place on that line. */
export interface LineCorner {
  readonly line: number;
  readonly place: number;
}

/** Where a line enters and leaves a convex area, or `null` when it misses it. */
export function spanWithin(corners: readonly LineCorner[], line: number): readonly [from: number, to: number] | null {
  let from = Infinity;
  let to = -Infinity;
  let before = corners.at(-1);
  for (const corner of corners) {
    if (before && before.line <= line !== corner.line <= line) {
      const place = before.place + ((corner.place - before.place) * (line - before.line)) / (corner.line - before.line);
      from = Math.min(from, place);
      to = Math.max(to, place);
    }
    before = corner;
  }
  return to > from ? [from, to] : null;
}
