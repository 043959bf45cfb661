import type { FramePlanes } from '../../frame/framePlanes.ts';
import type { Point } from '../frameReport.ts';

/** How far to both sides of a side its edge is looked for, in cells. */
export const reach = 5;
/** Steps are taken over two cells to either side of a place. */
const half = 2;
/** Steps in one profile. */
export const steps: number = 2 * reach + 1;
const samples = steps + 2 * half;

/** Colour weighs more than brightness: a card and a table of the same grey differ in nothing else, and shadows have none. */
const tintGain = 2.5;
/** Samples of brightness are means of this many, spread over one cell across the side and so many along it. */
const taps = 4;
const tapSpan = 1.5;
const middleTap = (taps - 1) / 2;

/** Of a profile across a side from the inside out, at each place the step in brightness and in colour, in levels. */
export interface Profile {
  readonly light: Float32Array;
  readonly tint: Float32Array;
}

/** Makes a function that samples profiles, and keeps its memory: what it gives holds until it is called again. */
export function createProfiler(): (planes: FramePlanes, at: Point, out: Point, cellPx: number) => Profile {
  const lights = new Float32Array(samples);
  const tints = new Float32Array(samples);
  const light = new Float32Array(steps);
  const tint = new Float32Array(steps);

  /**
   * @param at Where the edge is looked for, in pixels of the planes.
   * @param out Of length one, away from the document.
   */
  return ({ luma, stride, widthPx, heightPx, chroma }, at, out, cellPx) => {
    // Aslant: along the side against noise, and across it so that no row of print is stepped over.
    const tapX = ((out.x - out.y * tapSpan) * cellPx) / taps;
    const tapY = ((out.y + out.x * tapSpan) * cellPx) / taps;
    for (let sample = 0; sample < samples; sample += 1) {
      const off = (sample - reach - half) * cellPx;
      const x = at.x + out.x * off;
      const y = at.y + out.y * off;
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) {
        // Past the frame's border its last pixels go on, in which there is no step.
        const column = Math.max(0, Math.min(widthPx - 1, x + (tap - middleTap) * tapX)) | 0;
        const row = Math.max(0, Math.min(heightPx - 1, y + (tap - middleTap) * tapY)) | 0;
        sum += luma[row * stride + column] as number;
      }
      lights[sample] = sum / taps;
      if (!chroma) continue;
      const column = Math.max(0, Math.min(chroma.widthPx - 1, (x * chroma.widthPx) / widthPx)) | 0;
      const row = Math.max(0, Math.min(chroma.heightPx - 1, (y * chroma.heightPx) / heightPx)) | 0;
      const cell = row * chroma.stride + column * chroma.step;
      tints[sample] = tintGain * ((chroma.cb[cell] as number) - (chroma.cr[cell] as number));
    }
    takeSteps(lights, light);
    if (chroma) takeSteps(tints, tint);
    else tint.fill(0);
    return { light, tint };
  };
}

function takeSteps(values: Float32Array, target: Float32Array): void {
  for (let at = 0; at < steps; at += 1) {
    const inside = (values[at] as number) + (values[at + 1] as number);
    const outside = (values[at + 3] as number) + (values[at + 4] as number);
    target[at] = (inside - outside) / 2;
  }
}
