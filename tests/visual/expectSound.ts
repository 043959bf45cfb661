import { expect } from 'vitest';
import type { Measures } from './page/measure.ts';

/** What holds for every screen on every page, whatever it looks like. */
export function expectSound(measures: Measures): void {
  const { title, scrollsSideways, targets, cutOff, smallest, guideOff, wrongPictures, showsFocus } = measures;
  expect(title.isSeen, `the title "${title.text}" is seen`).toBe(true);
  expect(scrollsSideways, 'the page scrolls sideways').toBe(false);
  expect(cutOff, 'words that leave their column or button').toEqual([]);
  expect(
    targets.filter(({ isInView, width, height }) => !isInView || width < 44 || height < 44),
    'targets that are under 44 px or out of sight',
  ).toEqual([]);
  expect(smallest.px, `the letters of "${smallest.text}"`).toBeGreaterThanOrEqual(14);
  expect(guideOff ?? 0, 'px between the guide and the video').toBeLessThanOrEqual(1);
  expect(wrongPictures, 'pictures that are mirrored, misshapen or unseen').toEqual([]);
  expect(showsFocus, 'a button shows that it has the focus').toBe(true);
}
