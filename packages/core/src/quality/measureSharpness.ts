import type { FramePlanes } from '../frame/framePlanes.ts';
import { collectEdges, type CollectedEdges } from './collectEdges.ts';
import { findQuantile } from './findQuantile.ts';
import type { Quad } from './frameReport.ts';
import { measureLongestSide } from './measureLongestSide.ts';

/** With fewer strong edges in a direction nothing is said about it. */
const minEdges = 12;

/** An edge has to stand out from the noise by this factor of its deviation: grain is not blurred, it has no edges. */
const minClarity = 2.5;

/**
 * How much of an edge's step falls within a quarter of its reach: 1 and more for lines and clean edges, 0.25 for one that is
 * smeared over the whole reach. The upper quartile among the stronger half, because shades and round things are soft in any picture.
 */
function toSharpness({ count, contrast, steepest, noise }: CollectedEdges): number {
  const strengths = contrast.subarray(0, count);
  const least = Math.max(minClarity * noise, findQuantile(strengths, 0.5) ?? 0);
  const clear = new Float32Array(count);
  let clearCount = 0;
  for (let edge = 0; edge < count; edge += 1) {
    const strength = strengths[edge] as number;
    if (strength < least) continue;
    // The steepest of several noisy places is some two deviations too steep.
    const clean = (steepest[edge] as number) ** 2 - (2 * noise) ** 2;
    clear[clearCount] = Math.sqrt(Math.max(0, clean)) / strength;
    clearCount += 1;
  }
  return clearCount < minEdges ? Infinity : (findQuantile(clear.subarray(0, clearCount), 0.75) ?? Infinity);
}

/** A shake blurs in its own direction only. */
const directions = ['rows', 'columns', 1, -1] as const;

/**
 * Measures how sharp an area is, at the planes' own resolution but by the area's size: fine print of a card that fills the
 * frame and of one in a small clip count alike. About 1 is sharp, 0.25 is smeared.
 *
 * Edges are followed in four directions, and the worst counts.
 *
 * @param quad The area, in pixels of the planes.
 * @param detail Size of what must stay sharp, as a share of the area's longer side.
 * @returns `null` where there are too few edges to tell.
 */
export function measureSharpness(planes: FramePlanes, quad: Quad, detail: number): number | null {
  const reachPx = measureLongestSide(quad) * detail;
  const sharpness = Math.min(...directions.map((direction) => toSharpness(collectEdges(planes, { quad, reachPx, direction }))));
  return sharpness === Infinity ? null : sharpness;
}
