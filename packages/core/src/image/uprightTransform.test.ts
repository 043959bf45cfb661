import { describe, expect, it } from 'vitest';
import { swapsSides, uprightTransform } from './uprightTransform.ts';

const width = 60;
const height = 40;

/** Where the stored picture's top-left and top-right corners come to lie in the upright one. Source: Exif 2.32, 4.6.4. */
const corners = [
  { orientation: 1, topLeft: [0, 0], topRight: [width, 0] },
  { orientation: 2, topLeft: [width, 0], topRight: [0, 0] },
  { orientation: 3, topLeft: [width, height], topRight: [0, height] },
  { orientation: 4, topLeft: [0, height], topRight: [width, height] },
  { orientation: 5, topLeft: [0, 0], topRight: [0, height] },
  { orientation: 6, topLeft: [width, 0], topRight: [width, height] },
  { orientation: 7, topLeft: [width, height], topRight: [width, 0] },
  { orientation: 8, topLeft: [0, height], topRight: [0, 0] },
];

describe('uprightTransform', () => {
  it.each(corners)('turns orientation $orientation upright', ({ orientation, topLeft, topRight }) => {
    const [a, b, c, d, e, f] = uprightTransform(orientation, width, height);
    const move = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
    expect(move(0, 0)).toEqual(topLeft);
    expect(move(swapsSides(orientation) ? height : width, 0)).toEqual(topRight);
  });
});
