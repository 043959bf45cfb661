import { describe, expect, it } from 'vitest';
import { type Luma, measureSsim } from './measureSsim.ts';

const draw = (at: (x: number, y: number) => number, widthPx = 64, heightPx = 48): Luma => ({
  data: Uint8Array.from({ length: widthPx * heightPx }, (_, index) => at(index % widthPx, Math.floor(index / widthPx))),
  widthPx,
  heightPx,
});
const stripes = draw((x) => ((x >> 2) % 2 === 0 ? 60 : 180));

describe('measureSsim', () => {
  it('gives 1 for the same picture', () => expect(measureSsim(stripes, stripes)).toBe(1));

  it('gives what the formula does for two even surfaces', () => {
    const [dark, light] = [draw(() => 100), draw(() => 150)];
    const c1 = 6.5025;
    expect(measureSsim(dark, light)).toBeCloseTo((2 * 100 * 150 + c1) / (100 ** 2 + 150 ** 2 + c1), 10);
  });

  it('is below 0 for a picture and its negative', () =>
    expect(
      measureSsim(
        stripes,
        draw((x) => ((x >> 2) % 2 === 0 ? 180 : 60)),
      ),
    ).toBeLessThan(0));

  it('falls with every loss of contrast', () => {
    const values = [60, 40, 20].map((swing) =>
      measureSsim(
        stripes,
        draw((x) => 120 + ((x >> 2) % 2 === 0 ? -swing : swing)),
      ),
    );
    expect(values[0]).toBe(1);
    expect(values).toEqual(values.toSorted((left, right) => right - left));
    expect(values[2]).toBeLessThan(0.7);
  });

  it('refuses pictures of different sizes', () =>
    expect(() =>
      measureSsim(
        stripes,
        draw(() => 0, 48, 64),
      ),
    ).toThrow(RangeError));
});
