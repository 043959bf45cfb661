export interface BlurOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of the smear, as by a shake sideways; 0 for none. */
  readonly acrossPx: number;
  /** The same up and down; with both of a size it is out of focus. */
  readonly downPx: number;
}

/** Averages over `width` neighbours along lines, whose places are `step` apart. */
function brush(levels: Float32Array, width: number, length: number, step: number, lineStep: number): Float32Array {
  const reach = Math.round((width - 1) / 2);
  if (reach < 1) return levels;
  const out = new Float32Array(levels.length);
  for (let first = 0, line = 0; line < levels.length / length; line += 1, first += lineStep) {
    const level = (place: number) => levels[first + Math.min(length - 1, Math.max(0, place)) * step] as number;
    let sum = 0;
    for (let place = -reach; place <= reach; place += 1) sum += level(place);
    for (let place = 0; place < length; place += 1) {
      out[first + place * step] = sum / (2 * reach + 1);
      sum += level(place + reach + 1) - level(place - reach);
    }
  }
  return out;
}

/** Smears a picture's levels: twice with an even brush, since nothing blurs with a hard edge. */
export function blurLevels(levels: Float32Array, { widthPx, heightPx, acrossPx, downPx }: BlurOptions): Float32Array {
  let blurred = levels;
  for (let pass = 0; pass < 2; pass += 1) {
    blurred = brush(blurred, acrossPx / Math.SQRT2, widthPx, 1, widthPx);
    blurred = brush(blurred, downPx / Math.SQRT2, heightPx, widthPx, 1);
  }
  return blurred;
}
