import { describe, expect, it } from 'vitest';
import type { TaskPlace } from '../worker/Task.ts';
import { createPacer, type FramePace } from './createPacer.ts';

interface Run {
  readonly maxFps?: number;
  readonly videoFps?: number;
  readonly workMs?: number | undefined;
  readonly grabMs?: number;
  readonly place?: TaskPlace;
}

/** Three seconds of a camera whose frames are assessed at once or fail (`workMs` left out); the last word on the pace. */
function runFor3s({ maxFps = 15, videoFps = 30, workMs, grabMs, place = 'worker' }: Run): { due: number; paces: readonly FramePace[] } {
  const paces: FramePace[] = [];
  const pacer = createPacer(maxFps, (pace) => paces.push(pace));
  let due = 0;
  for (let frame = 0; frame <= videoFps * 3; frame += 1) {
    const nowMs = 1000 + (frame * 1000) / videoFps + (frame % 3);
    if (!pacer.isDue(nowMs)) continue;
    due += 1;
    pacer.settle(nowMs + (workMs ?? 0) + (grabMs ?? 0), place, workMs, grabMs);
  }
  return { due, paces };
}

describe('createPacer', () => {
  it.each([
    ['every second frame of a camera with 30', {}, 46],
    ['every frame of a camera with 15', { videoFps: 15 }, 46],
    ['every frame of a camera with 10', { videoFps: 10 }, 31],
    ['as many as it is asked for', { maxFps: 30 }, 91],
  ])('takes %s a second', (_, run, frames) => {
    expect(runFor3s({ ...run, workMs: 3 }).due).toBe(frames);
  });

  it('takes fewer where the work takes its time, and fewer still on the main thread', () => {
    const slow = runFor3s({ workMs: 90 }).due;
    expect(slow).toBeGreaterThan(18);
    expect(slow).toBeLessThan(24);
    const onMain = runFor3s({ workMs: 30, place: 'main' }).due;
    expect(onMain).toBeGreaterThan(22);
    expect(onMain).toBeLessThan(28);
  });

  it('takes fewer where getting a frame takes the main thread its time, whether or not one comes', () => {
    expect(runFor3s({ workMs: 3, grabMs: 0.5 }).due).toBe(46);
    for (const workMs of [3, undefined]) {
      const { due } = runFor3s({ workMs, grabMs: 50 });
      expect(due).toBeGreaterThan(14);
      expect(due).toBeLessThan(17);
    }
  });

  it('takes two a second where the work takes nearly half of one, in a worker and on the main thread', () => {
    for (const place of ['worker', 'main'] as const) {
      expect(runFor3s({ workMs: 390, place }).due).toBe(7);
      expect(runFor3s({ workMs: 3, grabMs: 300, place }).due).toBe(7);
    }
    // Longer work leaves the page a breath in between.
    expect(runFor3s({ workMs: 800, place: 'main' }).due).toBe(4);
    expect(runFor3s({ maxFps: 1, workMs: 390 }).due).toBe(4);
  });

  it('says about once a second how it goes', () => {
    const { paces } = runFor3s({ workMs: 3 });
    expect(paces).toHaveLength(3);
    expect(paces[0]).toMatchObject({ workMs: 3, place: 'worker', keepsUp: true });
    expect(paces[0]?.fps).toBeCloseTo(15, 0);
  });

  it('says that a device does not keep up which gets few frames done', () => {
    expect(runFor3s({ workMs: 900 }).paces.at(-1)).toMatchObject({ keepsUp: false });
    expect(runFor3s({ videoFps: 1, workMs: 3 }).paces.at(-1)).toMatchObject({ keepsUp: false });
    expect(runFor3s({ videoFps: 3, workMs: 3 }).paces.at(-1)).toMatchObject({ keepsUp: true });
    expect(runFor3s({ maxFps: 1, workMs: 3 }).paces.at(-1)).toMatchObject({ keepsUp: true });
  });

  it('says that nothing gets done where every frame fails', () => {
    expect(runFor3s({}).paces.at(-1)).toMatchObject({ fps: 0, workMs: 0, keepsUp: false });
  });

  it('does not count the first frame, which waits for the worker to start', () => {
    const paces: FramePace[] = [];
    const pacer = createPacer(15, (pace) => paces.push(pace));
    pacer.settle(5000, 'worker', 4000);
    for (let nowMs = 5067; nowMs < 6100; nowMs += 67) pacer.settle(nowMs, 'worker', 3);
    expect(paces).toMatchObject([{ workMs: 3, keepsUp: true }]);
  });
});
