import { describe, expect, it } from 'vitest';
import { fillText } from './fillText.ts';

const tries = { zero: '0', one: '1 try', two: 'two', few: '{number} few', many: '{number} many', other: '{number} other' };

describe('fillText', () => {
  it.each<[string, Parameters<typeof fillText>]>([
    ['Next: the back', ['Next: the {side}', { side: 'back' }, 'en']],
    ['{side}?', ['{side}?', {}, 'en']],
    ['12,000 px', ['{limit} px', { limit: 12_000 }, 'en']],
    ['12.000 px', ['{limit} px', { limit: 12_000 }, 'de']],
    ['१२,००० px', ['{limit} px', { limit: 12_000 }, 'hi-u-nu-deva']],
    ['1.3×', ['{factor}×', { factor: 1.25 }, 'en']],
    ['1 try', [tries, { number: 1 }, 'en']],
    ['2 other', [tries, { number: 2 }, 'en']],
    ['two', [tries, { number: 2 }, 'ar-u-nu-latn']],
    ['5 few', [tries, { number: 5 }, 'ar-u-nu-latn']],
    ['11 many', [tries, { number: 11 }, 'ar-u-nu-latn']],
    ['100 other', [tries, { number: 100 }, 'ar-u-nu-latn']],
    ['{number} other', [tries, {}, 'en']],
    ['3 of these', [{ other: '{number} of these' }, { number: 3 }, 'en']],
  ])('gives %s', (filled, [text, values, language]) => {
    expect(fillText(text, values, language)).toBe(filled);
  });
});
