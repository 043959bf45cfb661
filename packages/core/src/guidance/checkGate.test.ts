import { describe, expect, it } from 'vitest';
import type { FrameIssue } from '../quality/frameReport.ts';
import { checkGate } from './checkGate.ts';

const seen = (...issues: readonly FrameIssue[]) => ({ issues });

describe('checkGate', () => {
  it.each([
    ['a bad frame without a gate', seen('blurred'), 0, undefined, null],
    ['a good frame', seen(), 0, { tries: 2 }, null],
    ['a bad frame at the first try', seen('glare', 'dark'), 0, { tries: 2 }, 'glare'],
    ['a bad frame at the last try', seen('glare'), 1, { tries: 2 }, 'glare'],
    ['a bad frame after the last try', seen('glare'), 2, { tries: 2 }, null],
    ['a bad frame at a gate without tries', seen('glare'), 0, { tries: 0 }, null],
    ['a frame nobody looked at', null, 0, { tries: 2 }, null],
  ] as const)('answers %s', (_name, report, refusals, gate, answer) => {
    expect(checkGate(report, refusals, gate)).toBe(answer);
  });
});
