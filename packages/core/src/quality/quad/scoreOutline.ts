import type { LumaGrid } from './sampleGrid.ts';
import type { Outline } from './proposeOutlines.ts';

/** Along each side, and how far to either side of it, in cells: clear of the edge itself, short of what is printed inside. */
const points = 16;
const depthsPx = [2.5, 4.5] as const;

/** Added to spreads of colour: noise that is always there. */
const noise = 3;

/** Colour differences weigh more than those of brightness: shadows have none. */
const chromaGain = 1.5;

interface Sums {
  readonly sums: number[];
  spread: number;
}

/** Mean colour, and the root of its summed variance, of the cells beside a side; nothing where too few are in the grid. */
function sampleBeside(grid: LumaGrid, ax: number, ay: number, bx: number, by: number, normalX: number, normalY: number): Sums | undefined {
  const { widthPx, heightPx, luma, cb, cr } = grid;
  const sums = [0, 0, 0];
  let squares = 0;
  let count = 0;
  for (let point = 0; point < points; point += 1) {
    // The ends are left out: corners are round or bent.
    const along = 0.08 + (0.84 * (point + 0.5)) / points;
    for (const depth of depthsPx) {
      const x = Math.round(ax + (bx - ax) * along + normalX * depth);
      const y = Math.round(ay + (by - ay) * along + normalY * depth);
      if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
      const cell = y * widthPx + x;
      const light = luma[cell] as number;
      const coarse = (y >> 1) * ((widthPx + 1) >> 1) + (x >> 1);
      const blue = cb ? chromaGain * (cb[coarse] as number) : 0;
      const red = cr ? chromaGain * (cr[coarse] as number) : 0;
      sums[0] = (sums[0] as number) + light;
      sums[1] = (sums[1] as number) + blue;
      sums[2] = (sums[2] as number) + red;
      squares += light * light + blue * blue + red * red;
      count += 1;
    }
  }
  if (count < points) return undefined;
  const means = sums.map((sum) => sum / count);
  return { sums: means, spread: Math.max(0, squares / count - means.reduce((sum, mean) => sum + mean * mean, 0)) };
}

/**
 * The logarithm of the odds that an outline is that of a document: what its lines say and how the colour steps across them.
 *
 * Where the inside and the outside look the same the line is printed, or a stripe; a document is of about one colour along
 * all of its sides, and more often brighter than what it lies on. The weights are those of a logistic model, fitted to
 * labelled and to composited pictures and rounded; positive means more likely a document than not.
 */
export function scoreOutline(grid: LumaGrid, { corners, sides, score }: Outline): number {
  const [ax, ay, bx, by, cx, cy, dx, dy] = corners as readonly [number, number, number, number, number, number, number, number];
  const turn = (cx - ax) * (dy - by) - (cy - ay) * (dx - bx) > 0 ? 1 : -1;
  const insides: number[][] = [];
  let least = 1;
  let brighter = 0;
  let difference = 0;
  sides.forEach(({ isBorder }, index) => {
    if (isBorder) return;
    const [fromX, fromY] = [corners[(2 * index + 6) % 8] as number, corners[(2 * index + 7) % 8] as number];
    const [toX, toY] = [corners[2 * index] as number, corners[2 * index + 1] as number];
    const length = Math.hypot(toX - fromX, toY - fromY) * turn;
    const outX = (toY - fromY) / length;
    const outY = (fromX - toX) / length;
    const outside = sampleBeside(grid, fromX, fromY, toX, toY, outX, outY);
    const inside = sampleBeside(grid, fromX, fromY, toX, toY, -outX, -outY);
    if (!outside || !inside) return;
    const step = Math.hypot(...inside.sums.map((mean, channel) => mean - (outside.sums[channel] as number)));
    const contrast = step / (Math.sqrt(inside.spread + outside.spread) + noise);
    least = Math.min(least, contrast / (1 + contrast));
    brighter += Math.sign((inside.sums[0] as number) - (outside.sums[0] as number));
    difference += step;
    insides.push(inside.sums);
  });
  const n = insides.length;
  if (n === 0) return -Infinity;
  const spread = [0, 1, 2].reduce((sum, channel) => {
    const values = insides.map((colour) => colour[channel] as number);
    const mean = values.reduce((total, value) => total + value, 0) / n;
    return sum + values.reduce((total, value) => total + (value - mean) ** 2, 0) / n;
  }, 0);
  const variety = Math.sqrt(spread) / (difference / n + noise);
  return score + 5 * least - (4.5 * variety) / (1 + variety) + brighter / n;
}
