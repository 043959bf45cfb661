import { describe, expect, it } from 'vitest';
import { toDataAttributes } from './toDataAttributes.ts';

describe('toDataAttributes', () => {
  it.each<[object, Record<string, string>]>([
    [{}, {}],
    [
      { screen: 'review', count: 2 },
      { 'data-screen': 'review', 'data-count': '2' },
    ],
    [{ isMirrored: true, isBusy: false }, { 'data-mirrored': '' }],
    [{ sign: null, tone: undefined }, {}],
    [
      { countdownShare: 0, isle: 'x', isOn: true },
      { 'data-countdown-share': '0', 'data-isle': 'x', 'data-on': '' },
    ],
  ])('makes of %j', (state, attributes) => {
    expect(toDataAttributes(state)).toEqual(attributes);
  });
});
