import { describe, expect, it } from 'vitest';
import { toCrop } from './toCrop.ts';

/** A picture of 1000 x 500 px, and an outline in it in pixels. */
const crop = (...corners: readonly (readonly [number, number])[]) => {
  const outline = corners.map(([x, y]) => ({ x: x / 1000, y: y / 500 }));
  const { left, top, width, height } = toCrop({ outline, widthPx: 1000, heightPx: 500 });
  return [left * 1000, top * 500, (left + width) * 1000, (top + height) * 500].map(Math.round);
};
const box = (left: number, top: number, right: number, bottom: number) => crop([left, top], [right, top], [right, bottom], [left, bottom]);

describe('toCrop', () => {
  it.each([null, []])('shows all of a picture whose document nobody saw (%j)', (outline) => {
    expect(toCrop({ outline, widthPx: 1000, heightPx: 500 })).toEqual({ left: 0, top: 0, width: 1, height: 1 });
  });

  it.each([
    ['shows a card with the same margin on all sides', box(300, 100, 620, 300), [268, 68, 652, 332]],
    ['shows one that stands upright', box(300, 100, 500, 420), [268, 68, 532, 452]],
    ['ends at the picture, where a corner lies on its edge or outside', box(-100, 100, 220, 300), [0, 68, 252, 332]],
    ['shows all of a picture that the document nearly fills', box(20, 10, 880, 490), [0, 0, 1000, 500]],
    ['holds every corner of one that lies askew', crop([400, 100], [640, 280], [520, 440], [280, 260]), [250, 70, 670, 470]],
    ['leaves room for what may be missing of an outline in no shape of a document', box(400, 200, 600, 300), [340, 140, 660, 360]],
  ])('%s', (_name, shown, expected) => {
    expect(shown).toEqual(expected);
  });
});
