/** The value that `share` of the values do not exceed, 0 to 1; `undefined` of none. */
export function findQuantile(values: Float32Array, share: number): number | undefined {
  const sorted = values.slice();
  sorted.sort();
  return sorted[Math.floor((sorted.length - 1) * share)];
}
