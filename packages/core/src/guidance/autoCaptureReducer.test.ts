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

  it('switches itself off where the device does not keep up', () => {
    const { state, states } = watch(times(60, ['dark']), { gapMs: 500 });
    expect(state.status).toBe('slow');
    // Not after a single slow frame.
    expect(states.filter(({ status }) => status !== 'slow').length).toBeGreaterThan(5);
  });

  it('stays on through a pause of a minute', () => {
    const { state } = watch(times(10, ['dark']));
    expect(watch(times(1), { from: state, gapMs: 60_000 }).state.status).not.toBe('slow');
  });

  it('gives a slow device another chance when the person says so', () => {
    const { state } = watch(times(60, ['dark']), { gapMs: 500 });
    const again = autoCaptureReducer(state, { type: 'switched', isOn: true });
    expect(again.status).toBe('searching');
    expect(watch(times(60), { from: again }).state.status).toBe('done');
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
