import { describe, expect, it } from 'vitest';
import type { FrameIssue } from '../quality/frameReport.ts';
import { defaultHintTiming, type Hint, hintReducer, noHint } from './hintReducer.ts';

type Seen = readonly FrameIssue[];

/** Feeds one report each 100 ms and notes what is shown and what is announced, each as long as it lasts. */
function watch(...reports: readonly Seen[]) {
  let state = noHint;
  const shown: (Hint | null)[] = [];
  const announced: (Hint | null)[] = [];
  for (const [index, issues] of reports.entries()) {
    state = hintReducer(state, { issues, atMs: 5_000 + index * 100 });
    shown.push(state.hint);
    announced.push(state.announced);
  }
  return { shown, announced, changes: (all: readonly (Hint | null)[]) => all.filter((hint, at) => hint !== all[at - 1]) };
}

const times = (count: number, issues: Seen): readonly Seen[] => Array.from({ length: count }, () => issues);

describe('hintReducer', () => {
  it('says an issue once it was seen for 300 ms', () => {
    expect(watch(...times(5, ['dark'])).shown).toEqual([null, null, null, 'dark', 'dark']);
  });

  it('says the first issue of a report', () => {
    expect(watch(...times(5, ['too-far', 'dark'])).shown.at(-1)).toBe('too-far');
  });

  it('says that all is good', () => {
    expect(watch(...times(5, [])).shown.at(-1)).toBe('good');
  });

  it('says nothing of what is seen in a single frame', () => {
    expect(watch(...times(5, []), ['glare'], ...times(10, [])).shown.slice(4)).toEqual(Array.from({ length: 12 }, () => 'good'));
  });

  it('does not flicker when an issue comes and goes from frame to frame', () => {
    const blinking = Array.from({ length: 40 }, (_, at): Seen => (at % 2 === 0 ? ['blurred'] : []));
    const { shown, changes } = watch(...blinking);
    expect(changes(shown)).toEqual([null, 'blurred']);
  });

  it('does not swap two issues that take turns at the head of the report', () => {
    const turns = Array.from({ length: 40 }, (_, at): Seen => (at % 2 === 0 ? ['dark', 'glare'] : ['glare', 'dark']));
    const { shown, changes } = watch(...turns);
    expect(changes(shown).length).toBeLessThanOrEqual(2);
  });

  it('goes to good when the issue was not seen for half a second, and has stood for a second', () => {
    const { shown } = watch(...times(4, ['dark']), ...times(12, []));
    expect(shown.indexOf('dark')).toBe(3);
    expect(shown.indexOf('good')).toBe(13);
  });

  it('gives way to an issue that stands higher', () => {
    const { shown, changes } = watch(...times(15, ['glare']), ...times(15, ['no-document', 'glare']));
    expect(changes(shown)).toEqual([null, 'glare', 'no-document']);
  });

  it('does not take the time before a pause for time in which an issue was seen', () => {
    const before = hintReducer(noHint, { issues: ['dark'], atMs: 1_000 });
    expect(hintReducer(before, { issues: ['dark'], atMs: 61_000 }).hint).toBeNull();
  });

  it('announces at most once in three seconds, and then what is true by then', () => {
    const { announced, changes } = watch(...times(12, ['dark']), ...times(12, ['glare']), ...times(30, ['blurred']));
    expect(changes(announced)).toEqual([null, 'dark', 'blurred']);
    expect(announced.indexOf('blurred') - announced.indexOf('dark')).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['is good with a face that was looked for', { subject: 'face', faces: [] }, 'good'],
    ['is never good with a face that nobody looked for', { subject: 'face', faces: null }, 'face-unknown'],
    ['is good with a document, which needs no finder', { subject: 'document', faces: null }, 'good'],
  ] as const)('%s', (_name, seen, hint) => {
    const timing = { ...defaultHintTiming, appearMs: 0 };
    expect(hintReducer(noHint, { ...seen, issues: [], atMs: 0 }, timing).hint).toBe(hint);
    expect(hintReducer(noHint, { ...seen, issues: ['dark'], atMs: 0 }, timing).hint).toBe('dark');
  });

  it('takes back that a face is good when the finder answers no more', () => {
    let state = noHint;
    const shown = [...times(20, [])].map((issues, index) => {
      state = hintReducer(state, { issues, subject: 'face', faces: index < 10 ? [] : null, atMs: index * 100 });
      return state.hint;
    });
    expect([...new Set(shown)]).toEqual([null, 'good', 'face-unknown']);
  });

  it('takes other times', () => {
    const timing = { appearMs: 0, leaveMs: 0, standMs: 0, announceMs: 0 };
    const dark = hintReducer(noHint, { issues: ['dark'], atMs: 0 }, timing);
    expect(dark).toMatchObject({ hint: 'dark', announced: 'dark' });
    expect(hintReducer(dark, { issues: [], atMs: 1 }, timing)).toMatchObject({ hint: 'good', announced: 'good' });
  });

  it.each([500, 800, 1_200, 2_000])('says with the second report what is seen at gaps of %d ms, and what comes after it', (gapMs) => {
    let state = noHint;
    const shown = [...times(4, ['dark']), ...times(4, ['glare']), ...times(4, [])].map((issues, index) => {
      state = hintReducer(state, { issues, atMs: index * gapMs });
      return state.hint;
    });
    expect(shown.slice(0, 4)).toEqual([null, 'dark', 'dark', 'dark']);
    expect(shown.slice(6, 8)).toEqual(['glare', 'glare']);
    expect(shown.at(-1)).toBe('good');
  });

  it('does not flicker when an issue comes and goes at one report a second', () => {
    let state = noHint;
    const shown = Array.from({ length: 20 }, (_, index) => {
      state = hintReducer(state, { issues: index % 2 === 0 ? ['blurred'] : [], atMs: index * 1_000 });
      return state.hint;
    });
    expect(new Set(shown)).toEqual(new Set([null, 'blurred']));
  });
});
