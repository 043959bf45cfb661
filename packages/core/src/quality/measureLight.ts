import type { AreaSamples } from './sampleArea.ts';

/** How an area is lit. */
export interface MeasuredLight {
  /** Mean brightness of the lightest part, 0 to 1. */
  readonly light: number;
  /** Share of the area that is burnt out to white, 0 to 1. */
  readonly clipped: number;
}

/** From here on, in levels of 255, a pixel holds no more detail. */
export const clippedLevel = 250;

/**
 * Measures the light on an area by its lightest part: paper, or the lit side of a face. Dark print, dark covers and dark hair say
 * nothing about the light.
 *
 * @param share How much of the area is its lightest part, above 0 and at most 1.
 */
export function measureLight({ mean, inside }: AreaSamples, share: number): MeasuredLight {
  if (inside === 0) return { light: 0, clipped: 0 };
  const levels = new Uint32Array(256);
  let clipped = 0;
  for (let cell = 0; cell < mean.length; cell += 1) {
    const value = mean[cell] as number;
    if (value < 0) continue;
    if (value >= clippedLevel) clipped += 1;
    const level = (value + 0.5) | 0;
    levels[level] = (levels[level] as number) + 1;
  }
  const wanted = Math.ceil(inside * share);
  let taken = 0;
  let sum = 0;
  for (let level = 255; level >= 0 && taken < wanted; level -= 1) {
    const more = Math.min(levels[level] as number, wanted - taken);
    taken += more;
    sum += more * level;
  }
  return { light: sum / taken / 255, clipped: clipped / inside };
}
