import { describe, expect, it } from 'vitest';
import { chooseReading } from './chooseReading.ts';

describe('chooseReading', () => {
  it.each([
    ['copies at first', [], [], 'copy'],
    ['copies on while the first copies are not in', [90, 30, 30], [], 'copy'],
    ['keeps copying where it is quick, whatever drawing would take', [90, 9, 1, 9], [], 'copy'],
    ['tries drawing where copying is slow', [9, 30, 25, 30], [], 'draw'],
    ['draws until it can compare', [9, 30, 25, 30], [99, 2, 2], 'draw'],
    ['keeps drawing where it is quicker', [9, 30, 25, 30], [99, 30, 24, 30], 'draw'],
    ['goes back to copying where drawing is slower still', [9, 30, 25, 30], [9, 30, 26, 30], 'copy'],
    ['draws where copying always fails', [Infinity, Infinity, Infinity, Infinity], [99, 60, 60, 60], 'draw'],
    ['gets over a copy that failed', [5, Infinity, 5, Infinity], [], 'copy'],
  ] as const)('%s', (_, copy, draw, expected) => {
    expect(chooseReading({ copy, draw })).toBe(expected);
  });
});
