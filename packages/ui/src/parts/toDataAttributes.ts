/**
 * A part's state as attributes for styles and tests: `isMirrored: true` becomes `data-mirrored=""`, `screen: 'review'` becomes
 * `data-screen="review"`; what is `false`, `null` or `undefined` leaves none.
 */
export function toDataAttributes(state: object): Record<`data-${string}`, string> {
  const attributes: Record<`data-${string}`, string> = {};
  for (const [key, value] of Object.entries(state) as [string, unknown][]) {
    if (value === false || value === null || value === undefined) continue;
    const name = key.replace(/^is(?=[A-Z])/, '').replace(/[A-Z]/g, (letter, at: number) => (at > 0 ? '-' : '') + letter.toLowerCase());
    attributes[`data-${name}`] = value === true ? '' : String(value);
  }
  return attributes;
}
