import type { LumaGrid } from './sampleGrid.ts';
import { type Edges } from './findEdges.ts';
import { followLine, type Line } from './findLines.ts';

export interface Candidate {
  /** x, y of four corners in turn, in cells */
  readonly corners: Float64Array;
  readonly lines: readonly [Line, Line, Line, Line];
  readonly features: Float64Array;
  score: number;
}

export const quadOptions = { minSin: 0.5, margin: 0.1, minSupport: 0.35, minSide: 14, keep: 48, stage1: [4, 3, -1.5, 0.35, -0.8, 0, 0, 0] };

export function proposeQuads(grid: LumaGrid, edges: Edges, found: readonly Line[]): Candidate[] {
  const { widthPx: w, heightPx: h } = grid;
  const lines = [
    ...found,
    followLine(edges, 1, 0, 0, true),
    followLine(edges, 1, 0, w - 1, true),
    followLine(edges, 0, 1, 0, true),
    followLine(edges, 0, 1, h - 1, true),
  ];
  const n = lines.length;
  const t = new Float64Array(n * n).fill(NaN); // along row line
  const cx = new Float64Array(n * n);
  const cy = new Float64Array(n * n);
  const mx = quadOptions.margin * w;
  const my = quadOptions.margin * h;
  for (let i = 0; i < n; i += 1) {
    const a = lines[i] as Line;
    for (let j = 0; j < i; j += 1) {
      const b = lines[j] as Line;
      const det = a.nx * b.ny - a.ny * b.nx;
      if (Math.abs(det) < quadOptions.minSin) continue;
      const x = (a.distance * b.ny - b.distance * a.ny) / det;
      const y = (a.nx * b.distance - b.nx * a.distance) / det;
      if (x < -mx || y < -my || x > w + mx || y > h + my) continue;
      t[i * n + j] = y * a.nx - x * a.ny;
      t[j * n + i] = y * b.nx - x * b.ny;
      cx[i * n + j] = cx[j * n + i] = x;
      cy[i * n + j] = cy[j * n + i] = y;
    }
  }
  const count = (line: Line, from: number, to: number): number => {
    const last = line.support.length - 1;
    const a = Math.max(0, Math.min(last, Math.round(from) - line.tMin));
    const b = Math.max(0, Math.min(last, Math.round(to) - line.tMin));
    return (line.support[b] as number) - (line.support[a] as number);
  };
  /** share of the segment with edges; NaN where it is too short. */
  const sides = new Float32Array(n * n * n).fill(-1);
  for (let i = 0; i < n; i += 1) {
    const line = lines[i] as Line;
    for (let j = 0; j < n; j += 1) {
      const tj = t[i * n + j] as number;
      if (Number.isNaN(tj)) continue;
      for (let k = 0; k < j; k += 1) {
        const tk = t[i * n + k] as number;
        if (Number.isNaN(tk)) continue;
        const length = Math.abs(tk - tj);
        if (length < quadOptions.minSide) continue;
        let share: number;
        if (line.isBorder) share = 0.5;
        else share = count(line, Math.min(tj, tk), Math.max(tj, tk)) / length;
        if (share >= quadOptions.minSupport) sides[(i * n + j) * n + k] = sides[(i * n + k) * n + j] = share;
      }
    }
  }
  const best: Candidate[] = [];
  let worst = -Infinity;
  const good: number[] = [];
  for (let j = 0; j < n; j += 1) {
    for (let l = 0; l < j; l += 1) {
      good.length = 0;
      for (let i = 0; i < n; i += 1) if ((sides[(i * n + j) * n + l] as number) > 0) good.push(i);
      for (let p = 1; p < good.length; p += 1) {
        const i = good[p] as number;
        for (let q = 0; q < p; q += 1) {
          const k = good[q] as number;
          if (j < i && j < k ? false : Math.max(i, k) > Math.max(j, l)) continue; // each quad once
          const sj = sides[(j * n + i) * n + k] as number;
          if (sj < 0) continue;
          const sl = sides[(l * n + i) * n + k] as number;
          if (sl < 0) continue;
          const si = sides[(i * n + j) * n + l] as number;
          const sk = sides[(k * n + j) * n + l] as number;
          // corners in turn: i-j, j-k, k-l, l-i
          const ids = [i * n + j, j * n + k, k * n + l, l * n + i];
          const x0 = cx[ids[0] as number] as number,
            y0 = cy[ids[0] as number] as number;
          const x1 = cx[ids[1] as number] as number,
            y1 = cy[ids[1] as number] as number;
          const x2 = cx[ids[2] as number] as number,
            y2 = cy[ids[2] as number] as number;
          const x3 = cx[ids[3] as number] as number,
            y3 = cy[ids[3] as number] as number;
          // convex: all turns of one sign
          const c0 = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1);
          const c1 = (x2 - x1) * (y3 - y2) - (y2 - y1) * (x3 - x2);
          const c2 = (x3 - x2) * (y0 - y3) - (y3 - y2) * (x0 - x3);
          const c3 = (x0 - x3) * (y1 - y0) - (y0 - y3) * (x1 - x0);
          if (!((c0 > 0 && c1 > 0 && c2 > 0 && c3 > 0) || (c0 < 0 && c1 < 0 && c2 < 0 && c3 < 0))) continue;
          const area = Math.abs((x2 - x0) * (y3 - y1) - (y2 - y0) * (x3 - x1)) / 2;
          const cover = area / (w * h);
          if (cover < 0.012) continue;
          const nb =
            +(lines[i] as Line).isBorder + +(lines[j] as Line).isBorder + +(lines[k] as Line).isBorder + +(lines[l] as Line).isBorder;
          if (nb > 2) continue;
          const A = lines[i] as Line,
            B = lines[j] as Line,
            C = lines[k] as Line,
            D = lines[l] as Line;
          const len = [
            Math.hypot(x0 - x3, y0 - y3),
            Math.hypot(x1 - x0, y1 - y0),
            Math.hypot(x2 - x1, y2 - y1),
            Math.hypot(x3 - x2, y3 - y2),
          ];
          const sup = [si, sj, sk, sl];
          let wsum = 0,
            ws = 0,
            minS = 1,
            usum = 0;
          const q4 = [A, B, C, D];
          for (let m = 0; m < 4; m += 1) {
            if ((q4[m] as Line).isBorder) continue;
            wsum += (len[m] as number) * (sup[m] as number);
            ws += len[m] as number;
            usum += sup[m] as number;
            if ((sup[m] as number) < minS) minS = sup[m] as number;
          }
          const mean = (wsum / ws + usum / (4 - nb)) / 2;
          // overrun: support beyond corners
          let over = 0;
          let ends = 0;
          const side = [
            [l, i, j],
            [i, j, k],
            [j, k, l],
            [k, l, i],
          ] as const;
          for (let m = 0; m < 4; m += 1) {
            const [before, me, after] = side[m] as readonly [number, number, number];
            const L = lines[me] as Line;
            if (L.isBorder) continue;
            const ta = t[me * n + before] as number,
              tb = t[me * n + after] as number;
            const from = Math.min(ta, tb),
              to = Math.max(ta, tb);
            const r = Math.max(6, Math.min(20, (to - from) * 0.15));
            const fromNb = (lines[ta < tb ? before : after] as Line).isBorder;
            const toNb = (lines[ta < tb ? after : before] as Line).isBorder;
            if (!fromNb) {
              over += count(L, from - r - 2, from - 2) / r;
              ends += 1;
            }
            if (!toNb) {
              over += count(L, to + 2, to + r + 2) / r;
              ends += 1;
            }
          }
          over /= Math.max(1, ends);
          const par = 1 - Math.abs(A.nx * C.nx + A.ny * C.ny) + (1 - Math.abs(B.nx * D.nx + B.ny * D.ny));
          const [w0, w1, w2, w3, w4] = quadOptions.stage1 as [number, number, number, number, number];
          const score = w0 * mean + w1 * minS + w2 * over + w3 * Math.log(cover) + w4 * nb;
          if (best.length >= quadOptions.keep && score <= worst) continue;
          const candidate: Candidate = {
            corners: Float64Array.of(x0, y0, x1, y1, x2, y2, x3, y3),
            lines: [A, B, C, D],
            features: Float64Array.of(mean, minS, over, Math.log(cover), nb, par, 0, 0, 0, 0),
            score,
          };
          let at = best.length;
          while (at > 0 && (best[at - 1] as Candidate).score < score) at -= 1;
          best.splice(at, 0, candidate);
          if (best.length > quadOptions.keep) best.pop();
          worst = (best[best.length - 1] as Candidate).score;
        }
      }
    }
  }
  return best;
}
