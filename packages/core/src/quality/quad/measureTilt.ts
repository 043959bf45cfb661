import type { Point, Quad } from '../frameReport.ts';

type Vector = readonly [number, number, number];

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/**
 * The angle between a rectangle and the frame's plane, in degrees, 0 when it is seen straight on.
 *
 * Opposite sides of a rectangle meet in two vanishing points, and these are the directions of its sides (Caprile and Torre, 1990).
 * The focal length is not known to a page: that of a phone's main camera is taken, 0.8 of the frame's longer side.
 */
export function measureTilt(quad: Quad, frameWidthPx: number, frameHeightPx: number): number {
  const focal = 0.8 * Math.max(frameWidthPx, frameHeightPx);
  const toRay = ({ x, y }: Point): Vector => [(x - frameWidthPx / 2) / focal, (y - frameHeightPx / 2) / focal, 1];
  const [topLeft, topRight, bottomRight, bottomLeft] = [toRay(quad[0]), toRay(quad[1]), toRay(quad[2]), toRay(quad[3])];
  const across = cross(cross(topLeft, topRight), cross(bottomLeft, bottomRight));
  const down = cross(cross(topLeft, bottomLeft), cross(topRight, bottomRight));
  const normal = cross(across, down);
  const length = Math.hypot(...normal);
  return length > 0 ? (Math.acos(Math.min(1, Math.abs(normal[2]) / length)) * 180) / Math.PI : 0;
}
