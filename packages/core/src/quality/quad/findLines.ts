import { angleSteps, type Edges } from './findEdges.ts';

/** A straight line across the grid: `nx * x + ny * y = distance`. */
export interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly distance: number;
  /** Index `t - tMin` holds how many cells of edge lie on the line before `t`, where `t = x * -ny + y * nx`. */
  readonly support: Uint16Array;
  readonly tMin: number;
  readonly isBorder: boolean;
  readonly votes: number;
}

export const lineOptions = { spread: 3, maxLines: 40, minVotes: 12, tolerance: 1, angleTolerance: 6, rhoStep: 2 };

const cosines = Float32Array.from({ length: angleSteps }, (_, index) => Math.cos((index * Math.PI) / angleSteps));
const sines = Float32Array.from({ length: angleSteps }, (_, index) => Math.sin((index * Math.PI) / angleSteps));

function angleGap(a: number, b: number): number {
  const gap = Math.abs(a - b) % angleSteps;
  return Math.min(gap, angleSteps - gap);
}

export function followLine(edges: Edges, nx: number, ny: number, distance: number, isBorder = false, votes = 0): Line {
  const { widthPx, heightPx, at, angles } = edges;
  // t range where the line is inside of the grid
  const tx = -ny;
  const ty = nx;
  const px = nx * distance;
  const py = ny * distance;
  let t0 = -1e4;
  let t1 = 1e4;
  if (Math.abs(tx) > 1e-6) {
    const a = (0 - px) / tx;
    const b = (widthPx - 1 - px) / tx;
    t0 = Math.max(t0, Math.min(a, b));
    t1 = Math.min(t1, Math.max(a, b));
  }
  if (Math.abs(ty) > 1e-6) {
    const a = (0 - py) / ty;
    const b = (heightPx - 1 - py) / ty;
    t0 = Math.max(t0, Math.min(a, b));
    t1 = Math.min(t1, Math.max(a, b));
  }
  const tMin = Math.ceil(t0);
  const length = Math.max(0, Math.floor(t1) - tMin + 1);
  const support = new Uint16Array(length + 1);
  if (isBorder) return { nx, ny, distance, support, tMin, isBorder, votes };
  const angle = Math.round((Math.atan2(ny, nx) / Math.PI) * angleSteps + angleSteps) % angleSteps;
  const stepX = Math.abs(nx) > Math.abs(ny);
  let sum = 0;
  for (let k = 0; k < length; k += 1) {
    const t = tMin + k;
    const x = Math.round(px + t * tx);
    const y = Math.round(py + t * ty);
    let hit = 0;
    for (let d = -lineOptions.tolerance; d <= lineOptions.tolerance && !hit; d += 1) {
      const xx = stepX ? x + d : x;
      const yy = stepX ? y : y + d;
      if (xx < 0 || yy < 0 || xx >= widthPx || yy >= heightPx) continue;
      const edge = at[yy * widthPx + xx] as number;
      if (edge && angleGap(angles[edge - 1] as number, angle) <= lineOptions.angleTolerance) hit = 1;
    }
    sum += hit;
    support[k + 1] = sum;
  }
  return { nx, ny, distance, support, tMin, isBorder, votes };
}

function refit(edges: Edges, nx: number, ny: number, distance: number, reach: number): { nx: number; ny: number; distance: number } {
  const { widthPx, heightPx, at, angles, xs, ys } = edges;
  const angle = Math.round((Math.atan2(ny, nx) / Math.PI) * angleSteps + angleSteps) % angleSteps;
  let n = 0,
    sx = 0,
    sy = 0,
    sxx = 0,
    sxy = 0,
    syy = 0;
  const stepX = Math.abs(nx) > Math.abs(ny);
  const end = stepX ? heightPx : widthPx;
  for (let k = 0; k < end; k += 1) {
    const c = stepX ? Math.round((distance - ny * k) / nx) : Math.round((distance - nx * k) / ny);
    for (let d = -reach; d <= reach; d += 1) {
      const x = stepX ? c + d : k;
      const y = stepX ? k : c + d;
      if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
      const edge = at[y * widthPx + x] as number;
      if (!edge || angleGap(angles[edge - 1] as number, angle) > lineOptions.angleTolerance) continue;
      const ex = xs[edge - 1] as number,
        ey = ys[edge - 1] as number;
      n += 1;
      sx += ex;
      sy += ey;
      sxx += ex * ex;
      sxy += ex * ey;
      syy += ey * ey;
    }
  }
  if (n < 8) return { nx, ny, distance };
  const mx = sx / n,
    my = sy / n;
  const cxx = sxx / n - mx * mx,
    cxy = sxy / n - mx * my,
    cyy = syy / n - my * my;
  // normal = direction of least variance
  const theta = Math.atan2(2 * cxy, cxx - cyy) / 2 + Math.PI / 2;
  const rx = Math.cos(theta),
    ry = Math.sin(theta);
  if (Math.abs(rx * nx + ry * ny) < 0.99) return { nx, ny, distance };
  return { nx: rx, ny: ry, distance: rx * mx + ry * my };
}

export function findLines(edges: Edges): readonly Line[] {
  const { widthPx, heightPx, count, xs, ys, angles } = edges;
  const reach = Math.ceil(Math.hypot(widthPx, heightPx) / lineOptions.rhoStep) + 3;
  const columns = 2 * reach;
  const votes = new Float32Array(angleSteps * columns);
  for (let e = 0; e < count; e += 1) {
    const x = xs[e] as number;
    const y = ys[e] as number;
    for (let d = -lineOptions.spread; d <= lineOptions.spread; d += 1) {
      const a = ((angles[e] as number) + d + angleSteps) % angleSteps;
      const rho = ((cosines[a] as number) * x + (sines[a] as number) * y) / lineOptions.rhoStep + reach;
      const low = rho | 0;
      const part = rho - low;
      const cell = a * columns + low;
      votes[cell] = (votes[cell] as number) + 1 - part;
      votes[cell + 1] = (votes[cell + 1] as number) + part;
    }
  }
  // peaks
  const peaks: { a: number; r: number; v: number }[] = [];
  for (let a = 0; a < angleSteps; a += 1) {
    for (let r = 2; r < columns - 2; r += 1) {
      const v = votes[a * columns + r] as number;
      if (v < lineOptions.minVotes) continue;
      let best = true;
      for (let da = -2; da <= 2 && best; da += 1) {
        let aa = a + da;
        let flip = false;
        if (aa < 0) {
          aa += angleSteps;
          flip = true;
        }
        if (aa >= angleSteps) {
          aa -= angleSteps;
          flip = true;
        }
        for (let dr = -1; dr <= 1; dr += 1) {
          if (da === 0 && dr === 0) continue;
          const rr = flip ? 2 * reach - (r + dr) : r + dr;
          const o = votes[aa * columns + rr] as number;
          if (o > v || (o === v && (da < 0 || (da === 0 && dr < 0)))) {
            best = false;
            break;
          }
        }
      }
      if (best) peaks.push({ a, r, v });
    }
  }
  peaks.sort((p, q) => q.v - p.v);
  const lines: Line[] = [];
  for (const { a, r, v } of peaks) {
    if (lines.length >= lineOptions.maxLines) break;
    let fit = { nx: cosines[a] as number, ny: sines[a] as number, distance: (r - reach) * lineOptions.rhoStep };
    fit = refit(edges, fit.nx, fit.ny, fit.distance, 3);
    // same as one before?
    const same = lines.some((line) => {
      const dot = line.nx * fit.nx + line.ny * fit.ny;
      return Math.abs(dot) > 0.9994 && Math.abs(line.distance - Math.sign(dot) * fit.distance) < 1.5;
    });
    if (!same) lines.push(followLine(edges, fit.nx, fit.ny, fit.distance, false, v));
  }
  return lines;
}
