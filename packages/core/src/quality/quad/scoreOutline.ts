import type { LumaGrid } from './sampleGrid.ts';
import type { Outline } from './proposeOutlines.ts';

/** Along each side, and how far to either side of it, in cells: clear of the edge itself, short of what is printed inside. */
const points = 16;
const depthsPx = [2.5, 4.5] as const;

/** Added to spreads of colour: noise that is always there. */
const noise = 3;

/** The grid holds quarters of a level. Colour differences weigh more than those of brightness: shadows have none. */
const lumaGain = 0.25;
const chromaGain = 1.5 * lumaGain;

interface Patch {
  readonly colour: readonly number[];
  /** Sum of the variances of its channels. */
  readonly variance: number;
}

/** The colour of the cells beside a side; nothing where too few of them are in the grid. */
function sampleBeside(grid: LumaGrid, ax: number, ay: number, bx: number, by: number, normalX: number, normalY: number): Patch | undefined {
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
      const light = lumaGain * (luma[cell] as number);
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
  const colour = sums.map((sum) => sum / count);
  return { colour, variance: Math.max(0, squares / count - colour.reduce((sum, mean) => sum + mean * mean, 0)) };
}

/** How much colours differ, against a step in colour: 0 for not at all, towards 1 for far more than it. */
function measureVariety(colours: readonly (readonly number[])[], step: number): number {
  let variance = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const mean = colours.reduce((sum, colour) => sum + (colour[channel] as number), 0) / colours.length;
    variance += colours.reduce((sum, colour) => sum + ((colour[channel] as number) - mean) ** 2, 0) / colours.length;
  }
  const spread = Math.sqrt(variance);
  return spread / (spread + step + noise);
}

/**
 * The logarithm of the odds that an outline is that of a document: what its lines say and how the colour steps across them.
 *
 * Where inside and outside look the same the line is printed, or a stripe. A document has about one colour along all of its
 * sides, and so has what it lies on; more often than not it is the brighter one. The weights are those of a logistic model,
 * fitted to pictures of papers and cards, also composited onto other scenes, and to scenes without any, and rounded. Fitted
 * on one half of the documents and scenes it does as well on the other half. The offset takes three documents to one scene without.
 */
export function scoreOutline(grid: LumaGrid, { corners, sides, score }: Outline): number {
  const [ax, ay, bx, by, cx, cy, dx, dy] = corners as readonly [number, number, number, number, number, number, number, number];
  const turn = (cx - ax) * (dy - by) - (cy - ay) * (dx - bx) > 0 ? 1 : -1;
  const insides: (readonly number[])[] = [];
  const outsides: (readonly number[])[] = [];
  let least = 1;
  let brighter = 0;
  let steps = 0;
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
    const step = Math.hypot(...inside.colour.map((mean, channel) => mean - (outside.colour[channel] as number)));
    least = Math.min(least, step / (step + Math.sqrt(inside.variance + outside.variance) + noise));
    brighter += Math.sign((inside.colour[0] as number) - (outside.colour[0] as number));
    steps += step;
    insides.push(inside.colour);
    outsides.push(outside.colour);
  });
  const n = insides.length;
  if (n === 0) return -Infinity;
  return score + 4.6 * least - 3.8 * measureVariety(insides, steps / n) - 5.6 * measureVariety(outsides, steps / n) + (1.1 * brighter) / n;
}
