/** A picture encoded at some quality. */
export interface Encoded {
  readonly blob: Blob;
  readonly quality: number;
}

/** `maxBytes`, `quality` and `minQuality` of the image limits. */
export interface EncodingLimits {
  readonly maxBytes: number;
  readonly quality: number;
  readonly minQuality: number;
}

export interface EncodingSource {
  readonly pixels: number;
  encode(quality: number): Promise<Blob>;
  /** About how many bytes a quality takes; much cheaper than to encode. */
  estimateBytes(quality: number): Promise<number>;
}

/** Bytes a pixel that hardly a photograph goes over: with more than that to spend, nothing is estimated first. */
const plentyPerPixel = 0.35;
/** Aimed at, as a share of `maxBytes`. Estimates are a few percent high as it is. */
const aim = 0.99;
/** Halvings between floor and wish: a hundredth of quality, which is as fine as encoders are. */
const halvings = 5;

/**
 * Encodes once. Where `maxBytes` may bind, the quality is found by estimates first; a miss corrects them and encodes again.
 *
 * @returns The picture, or how many bytes it takes at `minQuality` when that is too many.
 */
export async function encodeWithin(
  { pixels, encode, estimateBytes }: EncodingSource,
  { maxBytes, quality: wish, minQuality }: EncodingLimits,
): Promise<Encoded | { readonly overBytes: number }> {
  const floor = Math.min(wish, minQuality);
  let quality = wish;
  let error = 1;
  for (let round = maxBytes < pixels * plentyPerPixel ? 1 : 0; ; round += 1) {
    if (round > 0) {
      const fits = async (at: number) => (await estimateBytes(at)) * error <= maxBytes * aim;
      // A second miss: the estimate does not follow, and only the floor is left to try.
      let [low, high] = [floor, round > 2 ? floor : quality];
      if (await fits(high)) low = high;
      for (let count = 0; low < high && count < halvings; count += 1) {
        const middle = (low + high) / 2;
        if (await fits(middle)) low = middle;
        else high = middle;
      }
      quality = low;
    }
    const blob = await encode(quality);
    if (blob.size <= maxBytes) return { blob, quality };
    if (quality <= floor) return { overBytes: blob.size };
    error = blob.size / (await estimateBytes(quality));
  }
}
