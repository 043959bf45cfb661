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
/** Aimed at, as a share of `maxBytes`: an estimate is a few percent off. */
const aim = 0.96;
/** An estimate this far over the limit is not put to the test. */
const hopeless = 1.2;
const maxMisses = 3;

/** The highest quality whose estimate, times `factor`, is about `aim` of the limit; `minQuality` when none is. */
async function chooseQuality({ estimateBytes }: EncodingSource, { maxBytes, quality, minQuality }: EncodingLimits, factor: number) {
  const target = (maxBytes * aim) / factor;
  let [high, highBytes] = [quality, await estimateBytes(quality)];
  if (highBytes <= target) return { quality, bytes: highBytes * factor };
  let [low, lowBytes] = [minQuality, await estimateBytes(minQuality)];
  for (let round = 0; round < 3 && lowBytes < target * 0.97; round += 1) {
    // Bytes grow about exponentially with quality, so the line between the two is drawn through their logarithms.
    const share = Math.log(target / lowBytes) / Math.log(highBytes / lowBytes);
    const tried = low + (high - low) * Math.min(0.95, Math.max(0.05, share));
    const bytes = await estimateBytes(tried);
    if (bytes <= target) [low, lowBytes] = [tried, bytes];
    else [high, highBytes] = [tried, bytes];
  }
  return { quality: low, bytes: lowBytes * factor };
}

/**
 * Encodes once. Where `maxBytes` may bind, the quality is found by estimates first; a miss corrects them and encodes again.
 *
 * @returns The picture, or how many bytes it takes at `minQuality` when that is too many.
 */
export async function encodeWithin(
  source: EncodingSource,
  { maxBytes, quality: wish, minQuality }: EncodingLimits,
): Promise<Encoded | { readonly overBytes: number }> {
  const limits = { maxBytes, quality: wish, minQuality: Math.min(wish, minQuality) };
  let quality = wish;
  if (maxBytes < source.pixels * plentyPerPixel) {
    const chosen = await chooseQuality(source, limits, 1);
    if (chosen.bytes > maxBytes * hopeless) return { overBytes: chosen.bytes };
    ({ quality } = chosen);
  }
  for (let round = 1; ; round += 1) {
    const blob = await source.encode(quality);
    if (blob.size <= maxBytes) return { blob, quality };
    if (quality <= limits.minQuality) return { overBytes: blob.size };
    const corrected = await chooseQuality(source, limits, blob.size / (await source.estimateBytes(quality)));
    quality = round < maxMisses ? Math.max(limits.minQuality, Math.min(corrected.quality, quality - 0.02)) : limits.minQuality;
  }
}
