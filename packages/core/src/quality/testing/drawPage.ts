import { blurLevels } from './blurLevels.ts';

export interface DrawPageOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Smeared by an even brush of this width, as by a shake sideways; 0 by default. */
  readonly blurAcrossPx?: number;
  /** The same up and down; with both of a size it is out of focus. */
  readonly blurDownPx?: number;
  /** Factor on every level. 1 by default. */
  readonly gain?: number;
  /** Deviation of noise, in levels, the same on every run. None by default. */
  readonly noise?: number;
}

const paper = 215;
const ink = 45;

/** Deterministic, 0 to 1. */
function scatter(seed: number): number {
  const value = Math.sin(seed * 127.1) * 43_758.5453;
  return value - Math.floor(value);
}

/** Brightness at a place, in shares of the page's sides. */
function printAt(u: number, v: number): number {
  const [column, row] = [Math.floor(u * 40), Math.floor(v * 16)];
  if (column < 3 || column > 36 || row < 2 || row > 13 || row % 2 === 1) return paper;
  const [x, y] = [u * 40 - column, v * 16 - row];
  const letter = scatter(column * 31 + row * 7);
  if (letter < 0.15) return paper;
  const isUpright = x > 0.2 && x < 0.45;
  const isBar = Math.abs(y - 0.2 - 0.6 * scatter(letter * 99)) < 0.1;
  return isUpright || isBar ? ink : paper;
}

const crispPages = new Map<string, Float32Array>();

function drawCrisp(widthPx: number, heightPx: number): Float32Array {
  const key = `${widthPx}x${heightPx}`;
  const levels = crispPages.get(key) ?? new Float32Array(widthPx * heightPx);
  if (crispPages.has(key)) return levels;
  crispPages.set(key, levels);
  for (let at = 0; at < levels.length; at += 1) {
    // Four samples a pixel, because no camera gives stairs.
    for (let part = 0; part < 4; part += 1) {
      const u = ((at % widthPx) + 0.25 + 0.5 * (part & 1)) / widthPx;
      const v = (Math.floor(at / widthPx) + 0.25 + 0.25 * (part & 2)) / heightPx;
      levels[at] = (levels[at] as number) + printAt(u, v) / 4;
    }
  }
  return levels;
}

/** Draws a page of dark letters on light paper with a margin: brightness at a pixel, to be given to `drawPlanes`. */
export function drawPage(options: DrawPageOptions): (x: number, y: number) => number {
  const { widthPx, heightPx, blurAcrossPx = 0, blurDownPx = 0, gain = 1, noise = 0 } = options;
  const levels = blurLevels(drawCrisp(widthPx, heightPx), { widthPx, heightPx, acrossPx: blurAcrossPx, downPx: blurDownPx });
  return (x, y) => (levels[y * widthPx + x] ?? paper) * gain + (scatter(y * widthPx + x) - 0.5) * noise * Math.sqrt(12);
}
