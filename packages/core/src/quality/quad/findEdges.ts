import type { LumaGrid } from './sampleGrid.ts';

/** Thin edges: ridges of the gradient, one cell wide. */
export interface Edges {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly count: number;
  /** Place of each edge cell, refined along the gradient. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** Direction of the gradient, 0 to `angleSteps`, opposite directions being the same. */
  readonly angles: Uint8Array;
  /** For each cell of the grid 1 + the number of the edge in it, or 0. */
  readonly at: Uint16Array;
}

/** Steps of half a turn. */
export const angleSteps = 90;

const border = 3;

function smooth(source: Float32Array, width: number): Float32Array {
  const rows = new Float32Array(source.length);
  const out = new Float32Array(source.length);
  const last = source.length - 1;
  for (let i = 1; i < last; i += 1) rows[i] = (source[i - 1] as number) + 2 * (source[i] as number) + (source[i + 1] as number);
  for (let i = width; i < source.length - width; i += 1) {
    out[i] = ((rows[i - width] as number) + 2 * (rows[i] as number) + (rows[i + width] as number)) / 16;
  }
  return out;
}

export interface EdgeOptions {
  chromaWeight: number;
  share: number;
  floor: number;
}
export const edgeOptions: EdgeOptions = { chromaWeight: 1.5, share: 0.1, floor: 3 };

export function findEdges(grid: LumaGrid): Edges {
  const { widthPx: width, heightPx: height } = grid;
  const size = width * height;
  const gx = new Float32Array(size);
  const gy = new Float32Array(size);
  const power = new Float32Array(size);
  const planes = grid.cb && grid.cr ? [grid.luma, grid.cb, grid.cr] : [grid.luma];
  planes.forEach((plane, index) => {
    const soft = smooth(plane, width);
    const weight = index === 0 ? 1 : edgeOptions.chromaWeight;
    for (let y = border - 1; y < height - border + 1; y += 1) {
      for (let i = y * width + border - 1, end = y * width + width - border + 1; i < end; i += 1) {
        const dx = ((soft[i + 1] as number) - (soft[i - 1] as number)) * weight;
        const dy = ((soft[i + width] as number) - (soft[i - width] as number)) * weight;
        const sum = dx * dx + dy * dy;
        if (sum > (power[i] as number)) {
          power[i] = sum;
          gx[i] = dx;
          gy[i] = dy;
        }
      }
    }
  });
  // threshold by histogram of magnitude among ridge cells
  const ridges = new Int32Array(size);
  let ridgeCount = 0;
  const histogram = new Int32Array(512);
  const floor2 = edgeOptions.floor * edgeOptions.floor;
  for (let y = border; y < height - border; y += 1) {
    for (let i = y * width + border, end = y * width + width - border; i < end; i += 1) {
      const here = power[i] as number;
      if (here < floor2) continue;
      const ax = Math.abs(gx[i] as number);
      const ay = Math.abs(gy[i] as number);
      let step: number;
      if (ay < 0.4142 * ax) step = 1;
      else if (ax < 0.4142 * ay) step = width;
      else step = (gx[i] as number) * (gy[i] as number) > 0 ? width + 1 : width - 1;
      if (here <= (power[i - step] as number) || here < (power[i + step] as number)) continue;
      ridges[ridgeCount] = i;
      ridgeCount += 1;
      histogram[Math.min(511, Math.sqrt(here) * 2) | 0] = (histogram[Math.min(511, Math.sqrt(here) * 2) | 0] as number) + 1;
    }
  }
  let level = 511;
  let left = Math.min(65000, size * edgeOptions.share);
  while (level > 0 && (left -= histogram[level] as number) > 0) level -= 1;
  const minPower = (level / 2) ** 2;
  const xs = new Float32Array(ridgeCount);
  const ys = new Float32Array(ridgeCount);
  const angles = new Uint8Array(ridgeCount);
  const at = new Uint16Array(size);
  let count = 0;
  for (let n = 0; n < ridgeCount; n += 1) {
    const i = ridges[n] as number;
    const here = power[i] as number;
    if (here < minPower) continue;
    const dx = gx[i] as number;
    const dy = gy[i] as number;
    const ax = Math.abs(dx);
    const ay = Math.abs(dy);
    const sx = ay < 0.4142 * ax ? 1 : ax < 0.4142 * ay ? 0 : 1;
    const sy = ay < 0.4142 * ax ? 0 : ax < 0.4142 * ay ? 1 : dx * dy > 0 ? 1 : -1;
    const step = sy * width + sx;
    const a = Math.sqrt(power[i - step] as number);
    const b = Math.sqrt(here);
    const c = Math.sqrt(power[i + step] as number);
    const bend = a - 2 * b + c;
    const offset = bend < 0 ? Math.max(-0.5, Math.min(0.5, (a - c) / 2 / bend)) : 0;
    const y = (i / width) | 0;
    xs[count] = i - y * width + offset * sx;
    ys[count] = y + offset * sy;
    const angle = (Math.atan2(dy, dx) / Math.PI) * angleSteps;
    angles[count] = (Math.round(angle) + angleSteps) % angleSteps;
    count += 1;
    at[i] = count;
  }
  return { widthPx: width, heightPx: height, count, xs, ys, angles, at };
}
