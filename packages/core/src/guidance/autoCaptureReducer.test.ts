import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, FrameIssue } from '../quality/frameReport.ts';
import {
  type AutoCaptureEvent,
  autoCaptureReducer,
  type AutoCaptureState,
  defaultAutoCaptureOptions,
  idleAutoCapture,
} from './autoCaptureReducer.ts';

type Seen = readonly FrameIssue[];

const begun: AutoCaptureEvent = { type: 'begun' };
const taken: AutoCaptureEvent = { type: 'taken' };
const times = (count: number, issues: Seen = []): readonly Seen[] => Array.from({ length: count }, () => issues);

/** Reports in a row, ten a second unless it says otherwise, up to the one that takes a picture. */
function watch(reports: readonly Seen[], { from = idleAutoCapture, gapMs = 100, options = defaultAutoCaptureOptions } = {}) {
  const states: AutoCaptureState[] = [];
  let state = from;
  const startMs = (from.lastAtMs ?? 0) + gapMs;
  for (const [index, issues] of reports.entries()) {
    state = autoCaptureReducer(state, { type: 'reported', report: { issues }, atMs: startMs + index * gapMs }, options);
    states.push(state);
    if (state.status === 'done') break;
  }
  return { state, states, count: states.length };
}

describe('autoCaptureReducer', () => {
  it('takes the frame that ends a second of good frames, after a time to settle', () => {
    const { state, count } = watch(times(60));
    expect(state).toMatchObject({ status: 'done', progress: 1 });
    // 800 ms to settle and 1000 ms to hold, the first report being at 0.
    expect(count).toBe(19);
  });

  it('takes no face that nobody looked for, however long it is sharp and still', () => {
    const take = (faces: readonly Box[] | null) => {
      let state = idleAutoCapture;
      for (let atMs = 0; atMs < 60_000 && state.status !== 'done'; atMs += 100) {
        state = autoCaptureReducer(state, { type: 'reported', report: { issues: [], subject: 'face', faces }, atMs });
      }
      return state;
    };
    expect(take(null)).toMatchObject({ status: 'searching', progress: 0 });
    expect(take([{ x: 0, y: 0, width: 9, height: 9 }]).status).toBe('done');
  });

  it('counts up visibly', () => {
    const { states } = watch(times(60));
    const progress = states.filter(({ status }) => status === 'holding').map((state) => state.progress);
    expect(progress).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  it.each<[FrameIssue]>([['no-document'], ['blurred'], ['glare'], ['moving'], ['dark'], ['cut-off'], ['too-far']])(
    'begins anew after a frame that is %s',
    (issue) => {
      const { states, state, count } = watch([...times(15), [issue], ...times(60)]);
      expect(states[15]).toMatchObject({ status: 'searching', progress: 0 });
      expect(state.status).toBe('done');
      expect(count).toBe(16 + 11);
    },
  );

  it('takes nothing of bad frames, however many', () => {
    expect(watch(times(1_000, ['glare'])).state.status).toBe('searching');
  });

  it('begins anew after a gap in which nobody looked', () => {
    const { state: holding } = watch(times(14));
    expect(holding.status).toBe('holding');
    const { state } = watch(times(1), { from: holding, gapMs: 60_000 });
    expect(state).toMatchObject({ status: 'holding', progress: 0 });
  });

  it('holds for as long as it is told', () => {
    const options = { ...defaultAutoCaptureOptions, settleMs: 0, holdMs: 300 };
    expect(watch(times(60), { options }).count).toBe(4);
    expect(watch(times(60), { options: { ...options, holdMs: 0 } }).count).toBe(1);
  });

  it('forgives a shaking hand after a while, but nothing else', () => {
    const shaking = Array.from({ length: 200 }, (_, at): Seen => (at % 3 === 0 ? [] : ['moving']));
    const { state, count } = watch(shaking);
    expect(state.status).toBe('done');
    expect(count).toBeGreaterThan(80);
    expect(count).toBeLessThan(90);
    const unsharp = Array.from({ length: 200 }, (_, at): Seen => (at % 3 === 0 ? [] : ['moving', 'blurred']));
    expect(watch(unsharp).state.status).toBe('searching');
  });

  it('does not count time without a document as trying', () => {
    expect(watch([...times(200, ['no-document']), ...times(3, ['moving'])]).state.status).toBe('searching');
  });

  it('takes nothing while it is off, and stays off for the next picture', () => {
    const off = autoCaptureReducer(idleAutoCapture, { type: 'switched', isOn: false });
    expect(watch(times(60), { from: off }).state.status).toBe('off');
    expect(autoCaptureReducer(autoCaptureReducer(off, taken), begun).status).toBe('off');
  });

  it('does not take the same thing for the other side, until it was turned over', () => {
    const next = autoCaptureReducer(watch(times(60)).state, begun);
    expect(next.status).toBe('resting');
    const still = watch([...times(60), ['glare'], ...times(60), ['moving'], ...times(60)], { from: next });
    expect(still.state.status).toBe('resting');
    const turned = watch([...times(4, ['moving']), ...times(60)], { from: still.state });
    expect(turned.state.status).toBe('done');
  });

  it('rests after a picture that was taken by hand too', () => {
    expect(autoCaptureReducer(autoCaptureReducer(idleAutoCapture, taken), begun).status).toBe('resting');
  });

  it('takes nothing between one picture and the wish for the next', () => {
    const { state } = watch(times(60));
    const { states } = watch(times(60), { from: autoCaptureReducer(state, taken) });
    expect(states).toHaveLength(1);
    expect(states[0]).toMatchObject({ status: 'done', progress: 0 });
  });
});

/** Reports after gaps of these lengths, up to the one that takes a picture. */
function watchGaps(gapsMs: readonly number[], issues: Seen = [], from = idleAutoCapture, options = defaultAutoCaptureOptions) {
  let state = from;
  let atMs = from.lastAtMs ?? 0;
  const states: AutoCaptureState[] = [];
  for (const gapMs of gapsMs) {
    if (state.status === 'done') break;
    atMs += gapMs;
    state = autoCaptureReducer(state, { type: 'reported', report: { issues }, atMs }, options);
    states.push(state);
  }
  return { state, states, statuses: new Set(states.map(({ status }) => status)) };
}
const every = (gapMs: number, count: number) => Array.from({ length: count }, () => gapMs);

describe('autoCaptureReducer on a slow device', () => {
  it('takes a document at two reports a second, one hold after it has settled', () => {
    const { state, states, statuses } = watchGaps(every(500, 20));
    expect(state.status).toBe('done');
    // Settled with the third report, and held until the fifth.
    expect(states).toHaveLength(5);
    expect(statuses).not.toContain('slow');
  });

  it('takes a document at constant gaps of 1.2 s', () => {
    expect(watchGaps(every(1_200, 20)).state.status).toBe('done');
    const slow = watchGaps(every(1_200, 20), ['dark']).state;
    expect(slow.status).toBe('slow');
    const { state, states } = watchGaps(every(1_200, 20), [], slow);
    expect(states.map(({ status }) => status)).toEqual(['slow', 'done']);
    expect(state).toMatchObject({ progress: 1, hasTaken: true });
  });

  it('restarts the hold after a gap over 1.5 s, and not after one of 1.5 s', () => {
    const holding = watchGaps(every(100, 12)).state;
    expect(holding.status).toBe('holding');
    expect(watchGaps([1_501], [], holding).state).toMatchObject({ status: 'holding', progress: 0 });
    expect(watchGaps([1_500], [], holding).state.status).toBe('done');
    expect(watchGaps(every(1_600, 50)).statuses).not.toContain('done');
  });

  it.each([
    ['8 s', 8_000],
    ['60 s', 60_000],
  ])('takes a document that becomes good after %s, at any rate', (_name, afterMs) => {
    for (const gapMs of [100, 333, 500, 1_000, 1_200]) {
      for (const before of ['no-document', 'glare', 'dark'] as const) {
        const late = watchGaps(every(gapMs, Math.ceil(afterMs / gapMs)), [before]).state;
        const { state, states } = watchGaps(every(gapMs, 20), [], late);
        expect(state.status).toBe('done');
        expect(states.length * gapMs).toBeLessThanOrEqual(1_000 + 2 * gapMs);
      }
    }
  });

  it('takes no single report, unless the hold is 0', () => {
    expect(watchGaps([5_000], [], watchGaps([1_000, 1_000], ['dark']).state).state).toMatchObject({ progress: 0 });
    const options = { ...defaultAutoCaptureOptions, holdMs: 0, settleMs: 0 };
    expect(watchGaps([5_000], [], idleAutoCapture, options).state.status).toBe('done');
  });

  it('forgives a shaking hand at two reports a second', () => {
    const { state, states } = watchGaps(every(500, 60), ['moving']);
    expect(state.status).toBe('done');
    expect(states.length * 500).toBeGreaterThan(defaultAutoCaptureOptions.patienceMs);
    expect(states.length * 500).toBeLessThan(defaultAutoCaptureOptions.patienceMs + 1_600);
  });

  it('is slow within seconds at one report in two seconds, and not after the first', () => {
    const { states } = watchGaps(every(2_000, 20), ['dark']);
    const firstSlow = states.findIndex(({ status }) => status === 'slow');
    expect(firstSlow).toBeGreaterThan(1);
    expect(firstSlow).toBeLessThan(5);
    expect(states.slice(firstSlow).every(({ status }) => status === 'slow')).toBe(true);
  });

  it.each([100, 333, 500])('is not slow after a pause of a minute, with gaps of %d ms before', (gapMs) => {
    expect(watchGaps([...every(gapMs, 40), 60_000, ...every(gapMs, 40)], ['dark']).statuses).toEqual(new Set(['searching']));
  });

  it('is slow no longer when the rate returns, and does not flicker at the limit', () => {
    const slow = watchGaps(every(2_000, 20), ['dark']).state;
    expect(watchGaps(every(950, 60), ['dark'], slow).statuses).toEqual(new Set(['slow']));
    const { state, states } = watchGaps(every(500, 20), ['dark'], slow);
    expect(state).toMatchObject({ status: 'searching', isSlow: false });
    expect(states.findIndex(({ status }) => status === 'searching')).toBeLessThan(8);
    expect(watchGaps(every(500, 20), [], slow).state.status).toBe('done');
  });

  it('gives a slow device another chance when the person says so', () => {
    const slow = watchGaps(every(2_000, 20), ['dark']).state;
    expect(autoCaptureReducer(slow, { type: 'switched', isOn: true })).toMatchObject({ status: 'searching', isSlow: false });
  });

  it('says that a device is slow for the next picture too, where nothing was taken', () => {
    expect(autoCaptureReducer(watchGaps(every(2_000, 20), ['dark']).state, begun).status).toBe('slow');
  });

  it('stays off, however slow', () => {
    const off = autoCaptureReducer(idleAutoCapture, { type: 'switched', isOn: false });
    expect(watchGaps(every(2_000, 20), [], off).statuses).toEqual(new Set(['off']));
  });

  it.each([333, 500, 1_000, 1_200])('rests until the document was turned over, with gaps of %d ms', (gapMs) => {
    const rested = autoCaptureReducer(watchGaps(every(gapMs, 20)).state, begun);
    const still = watchGaps([...every(gapMs, 30)], [], rested).state;
    expect(still.status).toBe('resting');
    const noise = watchGaps(every(gapMs, 1), ['moving'], still).state;
    expect(noise.status).toBe('resting');
    const back = watchGaps(every(gapMs, 1), [], noise).state;
    const turned = watchGaps(every(gapMs, 2), ['moving'], back).state;
    expect(turned.status).not.toBe('resting');
    expect(watchGaps(every(gapMs, 20), [], turned).state.status).toBe('done');
  });

  it('does not lose its rest to slowness', () => {
    const rested = autoCaptureReducer(autoCaptureReducer(idleAutoCapture, taken), begun);
    expect(watchGaps(every(2_000, 20), [], rested)).toMatchObject({ state: { isSlow: true }, statuses: new Set(['resting']) });
  });

  it('takes a document whose reports come irregularly but two a second on average, and is never slow', () => {
    const five = fc.shuffledSubarray([1_200, 100, 700, 100, 400], { minLength: 5 });
    fc.assert(
      fc.property(fc.array(five, { minLength: 6, maxLength: 20 }), fc.nat(60), (fives, lateBy) => {
        const gapsMs = fives.flat();
        const late = watchGaps(gapsMs.slice(0, lateBy), ['dark']);
        expect(late.statuses).not.toContain('slow');
        const { state, statuses } = watchGaps([...gapsMs.slice(lateBy), ...every(500, 6)], [], late.state);
        expect(state.status).toBe('done');
        expect(statuses).not.toContain('slow');
      }),
    );
  });

  it('takes only where two good reports lie a hold apart, with no longer gap than 1.5 s between', () => {
    const look = fc.record({ gapMs: fc.integer({ min: 1, max: 3_000 }), isGood: fc.boolean() });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        const options = { ...defaultAutoCaptureOptions, settleMs: 0, patienceMs: Infinity };
        let state = idleAutoCapture;
        let atMs = 0;
        let sinceMs: number | null = null;
        for (const { gapMs, isGood } of looks) {
          atMs += gapMs;
          const issues: Seen = isGood ? [] : ['dark'];
          sinceMs = isGood ? (gapMs <= 1_500 ? (sinceMs ?? atMs) : atMs) : null;
          state = autoCaptureReducer(state, { type: 'reported', report: { issues }, atMs }, options);
          const isTaken = sinceMs !== null && atMs - sinceMs >= options.holdMs;
          expect(state.status === 'done').toBe(isTaken);
          if (isTaken) return;
        }
      }),
    );
  });
});
