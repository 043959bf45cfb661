/** Where the parabola through three neighbours has its top, -0.5 to 0.5. */
export function findVertex(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend)) : 0;
}
