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

const maxRounds = 4;
/** Near enough to the limit: another round would not be seen. */
const goodShare = 0.9;

/**
 * Encodes once, and again at lower quality only when the result is over `maxBytes`.
 *
 * @returns The best that fits. When nothing does, what `minQuality` gave: look at its size.
 */
export async function encodeWithin(encode: (quality: number) => Promise<Blob>, limits: EncodingLimits): Promise<Encoded> {
  const { maxBytes, quality, minQuality } = limits;
  const attempt = async (at: number): Promise<Encoded> => ({ quality: at, blob: await encode(at) });
  let over = await attempt(quality);
  if (over.blob.size <= maxBytes || quality <= minQuality) return over;
  let best = await attempt(minQuality);
  for (let round = 0; round < maxRounds && best.blob.size < maxBytes * goodShare; round += 1) {
    // Bytes grow about exponentially with quality, so the line between the two is drawn through their logarithms.
    const share = Math.log((maxBytes * 0.96) / best.blob.size) / Math.log(over.blob.size / best.blob.size);
    const tried = await attempt(best.quality + (over.quality - best.quality) * Math.min(0.9, Math.max(0.1, share)));
    if (tried.blob.size <= maxBytes) best = tried;
    else over = tried;
  }
  return best;
}
