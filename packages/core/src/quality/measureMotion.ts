import type { Box } from './frameReport.ts';
import type { LumaGrid } from './quad/sampleGrid.ts';

/** What is kept of a frame to compare the next one with: a few kilobytes, no picture one could recognise. */
export interface FrameMemory {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
  /** Where the face was, in shares of the frame's sides. */
  readonly face?: Box | undefined;
}

const longerSide = 64;
/** How far is looked, in cells; what moved further is told by its not being found. */
const reach = 5;
/** Under this likeness, 0 to 1, it is another picture rather than a shifted one. */
const minLikeness = 0.5;
/** Deviation of brightness, in levels, under which there is nothing to see move. */
const minDeviation = 2;

/** Reduces a frame's grid to what is remembered of it. */
export function rememberFrame({ widthPx, heightPx, luma }: LumaGrid, face?: Box): FrameMemory {
  const scale = Math.max(1, Math.max(widthPx, heightPx) / longerSide);
  const columns = Math.max(1, Math.floor(widthPx / scale));
  const rows = Math.max(1, Math.floor(heightPx / scale));
  const cells = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let y = 0; y < heightPx; y += 1) {
    const row = Math.min(rows - 1, Math.floor(y / scale)) * columns;
    for (let x = 0; x < widthPx; x += 1) {
      const cell = row + Math.min(columns - 1, Math.floor(x / scale));
      cells[cell] = (cells[cell] as number) + (luma[y * widthPx + x] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return { columns, rows, cells: cells.map((sum, cell) => sum / (counts[cell] as number)), face };
}

/**
 * Measures how far what is in a box moved since the frame before, as a share of the frame's longer side.
 *
 * Likeness is the correlation of brightness, so that a lamp switched on or a camera that adapts is no motion. It does not see a face
 * come nearer in front of a plain wall; that shows in the size of its box.
 *
 * @param box In shares of the frame's sides, 0 to 1.
 */
export function measureMotion(before: FrameMemory | undefined, now: FrameMemory, box: Box): number {
  if (!before || before.columns !== now.columns || before.rows !== now.rows) return 0;
  const { columns, rows } = now;
  const left = Math.max(0, Math.floor(box.x * columns));
  const top = Math.max(0, Math.floor(box.y * rows));
  const right = Math.min(columns, Math.ceil((box.x + box.width) * columns));
  const bottom = Math.min(rows, Math.ceil((box.y + box.height) * rows));
  const likenessAt = (dx: number, dy: number): number => {
    let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
    for (let row = Math.max(top, -dy); row < Math.min(bottom, rows - dy); row += 1) {
      for (let column = Math.max(left, -dx); column < Math.min(right, columns - dx); column += 1) {
        const here = now.cells[row * columns + column] as number;
        const there = before.cells[(row + dy) * columns + column + dx] as number;
        n += 1;
        a += here;
        b += there;
        aa += here * here;
        bb += there * there;
        ab += here * there;
      }
    }
    const least = minDeviation ** 2 * n * n;
    const power = Math.max(least, n * aa - a * a) * Math.max(least, n * bb - b * b);
    return n > 0 ? (n * ab - a * b) / Math.sqrt(power) : 0;
  };
  let best = likenessAt(0, 0);
  let [x, y] = [0, 0];
  // With nothing to see, a flat wall, every shift fits alike and none fits well.
  let isSeen = best > minLikeness;
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const likeness = likenessAt(dx, dy);
      if (likeness > minLikeness) isSeen = true;
      if (likeness <= best) continue;
      best = likeness;
      [x, y] = [dx, dy];
    }
  }
  if (!isSeen) return hasContrast(now, left, top, right, bottom) ? reach / Math.max(columns, rows) : 0;
  const dx = x + findVertex(likenessAt(x - 1, y), best, likenessAt(x + 1, y));
  const dy = y + findVertex(likenessAt(x, y - 1), best, likenessAt(x, y + 1));
  return Math.max(Math.hypot(dx, dy), measureGrowth(before, now)) / Math.max(columns, rows);
}

/** In cells. */
function measureGrowth({ face: before }: FrameMemory, { face, columns, rows }: FrameMemory): number {
  if (!before || !face) return 0;
  return Math.max(Math.abs(face.width - before.width) * columns, Math.abs(face.height - before.height) * rows);
}

/** Where the parabola through three neighbours has its top, -0.5 to 0.5. */
function findVertex(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend)) : 0;
}

function hasContrast({ columns, cells }: FrameMemory, left: number, top: number, right: number, bottom: number): boolean {
  let [least, most] = [255, 0];
  for (let row = top; row < bottom; row += 1) {
    for (const value of cells.subarray(row * columns + left, row * columns + right)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return most - least > 8 * minDeviation;
}
