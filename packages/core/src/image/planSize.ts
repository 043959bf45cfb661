import { type FittedSize, fitWithin } from './fitWithin.ts';

/** The size to make of a picture, and how much of it has to be decoded. */
export interface PlannedSize extends FittedSize {
  /** Eighths of a JPEG's sides that are decoded: 1, 2 or 4. Others exist, and take longer than all of it, which is the default. */
  readonly eighths?: number;
}

/** How far under the limit a size may stay for being had without resampling. */
const snapShare = 0.9;

/** The side that a JPEG decoder gives at so many eighths. Source: libjpeg, `jdmaster.c`. */
export const scaledSide = (sidePx: number, eighths: number): number => Math.ceil((sidePx * eighths) / 8);

/**
 * Plans the size of a JPEG: as `fitWithin`, but exactly what the decoder gives where that is at most a tenth under the limit. It
 * is then drawn pixel by pixel, which is faster and sharper than a second resampling.
 */
export function planSize(widthPx: number, heightPx: number, maxEdgePx: number, maxPixels: number): PlannedSize {
  const fitted = fitWithin(widthPx, heightPx, maxEdgePx, maxPixels);
  for (const eighths of [1, 2, 4]) {
    const scaled = { widthPx: scaledSide(widthPx, eighths), heightPx: scaledSide(heightPx, eighths) };
    const share = Math.max(scaled.widthPx, scaled.heightPx) / Math.max(fitted.widthPx, fitted.heightPx);
    if (share > 1) return { ...fitted, eighths };
    if (share >= snapShare) return { ...scaled, scale: eighths / 8, eighths };
  }
  return fitted;
}
