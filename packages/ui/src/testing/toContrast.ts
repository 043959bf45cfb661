/** Ratio of two colours written `#rgb` or `#rrggbb`, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function toContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [toLuminance(one), toLuminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function toLuminance(colour: string): number {
  const digits = /^#(?:[\da-f]{3}){1,2}$/.test(colour) && colour.slice(1);
  if (!digits) throw new TypeError(`Not a colour of the form #rgb or #rrggbb: ${colour}`);
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => toLinear(Number.parseInt(long.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
