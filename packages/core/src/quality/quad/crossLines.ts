import type { Point } from '../frameReport.ts';
import type { Line } from './traceLine.ts';

/** Where two lines cross, in cells; not finite for parallel ones. */
export function crossLines(one: Line, other: Line): Point {
  const place =
    one.isSteep === other.isSteep
      ? (other.base - one.base) / (one.slope - other.slope)
      : (other.base + other.slope * one.base) / (1 - one.slope * other.slope);
  const across = one.base + one.slope * place;
  return one.isSteep ? { x: across, y: place } : { x: place, y: across };
}
