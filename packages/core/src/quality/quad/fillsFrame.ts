import { angleSteps, type Edges, marginPx } from './findEdges.ts';

/** Rows over which the number of strokes is levelled: more than a line of print, less than a block of it. */
const windowRows = 13;

/** How much the strokes of one kind crowd in some rows: 0 for none, about 0.1 for most scenes, over 0.25 for lines of print. */
function measureCrowding(rows: Float32Array, edges: number): number {
  const half = windowRows >> 1;
  let sum = 0;
  let count = 0;
  let level = 0;
  for (let row = 0; row < rows.length; row += 1) {
    level += (rows[row] as number) - (rows[row - windowRows] ?? 0);
    const middle = row - half;
    if (middle < windowRows - half) continue;
    const here = ((rows[middle - 1] as number) + (rows[middle] as number) + (rows[middle + 1] as number)) / 3;
    sum += (here - level / windowRows) ** 2;
    count += 1;
  }
  return count > 0 ? Math.sqrt(sum / count) / (edges / rows.length / 2 + 1) : 0;
}

/** Least crowding that is taken for print, and least share of the cells that hold an edge where everything is printed. */
const minCrowding = 0.23;
const minDensity = 0.1;

/** Width of the frame's rim that print leaves free, as a share of its longer side, and the share of edges that is still free. */
const rim = 0.035;
const maxRimDensity = 0.92;

/** How far from an outline its own edges reach, in cells. */
const outlinePx = 4;

/** For each side of a quadrilateral a, b, c: `a * x + b * y + c` is the distance of a point from it, positive inside. */
function toHalfPlanes(corners: readonly number[]): Float64Array {
  const [ax, ay, bx, by, cx, cy, dx, dy] = corners as readonly [number, number, number, number, number, number, number, number];
  const turn = (cx - ax) * (dy - by) - (cy - ay) * (dx - bx) > 0 ? 1 : -1;
  const planes = new Float64Array(12);
  for (let side = 0; side < 4; side += 1) {
    const [x, y] = [corners[2 * side] as number, corners[2 * side + 1] as number];
    const [alongX, alongY] = [(corners[(2 * side + 2) % 8] as number) - x, (corners[(2 * side + 3) % 8] as number) - y];
    const length = Math.hypot(alongX, alongY) * turn;
    planes.set([-alongY / length, alongX / length, (alongY * x - alongX * y) / length], 3 * side);
  }
  return planes;
}

/**
 * Whether the frame holds nothing but printed matter whose sides are not in sight: a scan, or a card held too near.
 *
 * Lines of print are rows that are crowded with short strokes across them, with rows between that are not. What is inside
 * of `corners` is left out: a portrait is an outline too, but a document on a table has no print around it.
 *
 * `cut-off` when the print runs on to the border, `whole` when there are margins.
 */
export function fillsFrame({ widthPx, heightPx, count, cells, angles }: Edges, corners?: readonly number[]): 'no' | 'cut-off' | 'whole' {
  const least = minDensity * widthPx * heightPx;
  if (count < least) return 'no';
  const planes = corners ? toHalfPlanes(corners) : new Float64Array(0);
  const rows = new Float32Array(heightPx);
  const columns = new Float32Array(widthPx);
  const rimPx = Math.round(rim * Math.max(widthPx, heightPx)) + marginPx;
  let outside = 0;
  let inRim = 0;
  for (let edge = 0; edge < count; edge += 1) {
    const cell = cells[edge] as number;
    const y = Math.floor(cell / widthPx);
    const x = cell - y * widthPx;
    if (Math.min(x, y, widthPx - 1 - x, heightPx - 1 - y) < rimPx) inRim += 1;
    let plane = 0;
    while (plane < planes.length) {
      if ((planes[plane] as number) * x + (planes[plane + 1] as number) * y + (planes[plane + 2] as number) < -outlinePx) break;
      plane += 3;
    }
    if (plane > 0 && plane === planes.length) continue;
    outside += 1;
    // Strokes across the rows have their gradient along them.
    const angle = (angles[cell] as number) - 1;
    if (Math.abs(angle - angleSteps / 2) > angleSteps / 4) rows[y] = (rows[y] as number) + 1;
    else columns[x] = (columns[x] as number) + 1;
  }
  if (outside < least) return 'no';
  if (Math.max(measureCrowding(rows, outside), measureCrowding(columns, outside)) < minCrowding) return 'no';
  const inner = (widthPx - 2 * rimPx) * (heightPx - 2 * rimPx);
  const outer = (widthPx - 2 * marginPx) * (heightPx - 2 * marginPx) - inner;
  return inRim / outer > (maxRimDensity * (count - inRim)) / inner ? 'cut-off' : 'whole';
}
