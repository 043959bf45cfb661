/** A prime, so that the noise of one row never lies on that of the next. */
const tableLength = 65_521;

/** Adds a sensor's light noise to RGB pixels in place: the same for the three colours, so that it does not sparkle. */
export function addNoise(pixels: Uint8Array, deviation: number, random: () => number): void {
  const table = Float32Array.from({ length: tableLength }, () => {
    // Four even draws come near enough to a bell; each has a variance of 1/12.
    const sum = random() + random() + random() + random() - 2;
    return sum * Math.sqrt(3) * deviation;
  });
  let place = 0;
  for (let index = 0; index < pixels.length; index += 3) {
    const noise = table[place] ?? 0;
    place = (place + 1) % tableLength;
    for (let channel = index; channel < index + 3; channel += 1) {
      pixels[channel] = Math.min(255, Math.max(0, Math.round((pixels[channel] ?? 0) + noise)));
    }
  }
}
