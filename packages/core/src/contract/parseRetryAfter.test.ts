import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './parseRetryAfter.ts';

const nowMs = Date.parse('2026-01-02T03:04:05Z');

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['10', 10_000],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30_000],
    ['Fri, 02 Jan 2026 03:04:00 GMT', 0],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    ['soon', undefined],
    ['room 7', undefined],
    ['-5', undefined],
    ['Infinity', undefined],
    ['tomorrow GMT', undefined],
  ])('reads %j as %j ms', (value, ms) => {
    expect(parseRetryAfter(value, nowMs)).toBe(ms);
  });
});
