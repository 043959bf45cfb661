/** Brightness values of a picture, one byte a pixel. */
export interface Luma {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

const windowPx = 8;
const stepPx = 4;
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

/**
 * Structural similarity of two pictures of one size, at most 1 (Wang, Bovik, Sheikh and Simoncelli, 2004), as the mean
 * over windows of 8 x 8 pixels, one every 4 pixels, all pixels of a window counting alike.
 *
 * @throws RangeError for pictures of different or too small sizes
 */
export function measureSsim(one: Luma, other: Luma): number {
  const { widthPx, heightPx } = one;
  if (widthPx !== other.widthPx || heightPx !== other.heightPx || Math.min(widthPx, heightPx) < windowPx) {
    throw new RangeError('Two pictures are compared that have different sizes, or less than a window.');
  }
  const count = windowPx * windowPx;
  let sum = 0;
  let windows = 0;
  for (let top = 0; top + windowPx <= heightPx; top += stepPx) {
    for (let left = 0; left + windowPx <= widthPx; left += stepPx) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + windowPx; y += 1) {
        for (let index = y * widthPx + left, end = index + windowPx; index < end; index += 1) {
          const x = one.data[index] ?? 0;
          const z = other.data[index] ?? 0;
          a += x;
          b += z;
          aa += x * x;
          bb += z * z;
          ab += x * z;
        }
      }
      const [meanA, meanB] = [a / count, b / count];
      const [varA, varB, covariance] = [aa / count - meanA * meanA, bb / count - meanB * meanB, ab / count - meanA * meanB];
      sum += ((2 * meanA * meanB + c1) * (2 * covariance + c2)) / ((meanA * meanA + meanB * meanB + c1) * (varA + varB + c2));
      windows += 1;
    }
  }
  return sum / windows;
}
