import type { FaceFinder, FrameIssue, FrameReport, GrabbedFrame, watchFrames, WatchFramesOptions } from '@stepframe/core/capture';
import { grabFrame } from '@stepframe/core/capture';
import { createFakeCamera } from '@stepframe/sandbox/testing';
import { act, cleanup, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFrameGuidance, type UseFrameGuidanceOptions } from './useFrameGuidance.ts';

const report = (issues: readonly FrameIssue[]): FrameReport => ({
  subject: 'document',
  frameWidthPx: 640,
  frameHeightPx: 480,
  issues,
  quad: null,
  faces: null,
  measures: { sharpness: 1, light: 0.5, clipped: 0, glare: 0, motion: 0, coverage: 0.5, tiltDegrees: 0 },
});

const camera = createFakeCamera({ widthPx: 640, heightPx: 480, scene: 'card-front' });
let video: HTMLVideoElement;
beforeEach(async () => {
  video = document.createElement('video');
  video.muted = true;
  video.srcObject = await camera.getUserMedia({ video: true });
  await video.play();
});
afterEach(() => {
  cleanup();
  camera.interrupt();
  vi.restoreAllMocks();
});

/** Stands in for the worker: reports come when the test says so, with a real frame of the video. */
function createWatch() {
  const watching = new Map<HTMLVideoElement, WatchFramesOptions>();
  const watch: typeof watchFrames = (watched, options) => {
    watching.set(watched, options);
    return () => watching.delete(watched);
  };
  const see = async (issues: readonly FrameIssue[] = [], more: Partial<FrameReport> = {}) => {
    const options = watching.get(video);
    if (!options) return;
    let frame: GrabbedFrame | null = await grabFrame(video);
    act(() =>
      options.onReport({ ...report(issues), ...more }, () => {
        const taken = frame;
        frame = null;
        return taken;
      }),
    );
    frame?.close();
  };
  return { watch, watching, see };
}

function mount(options: Partial<UseFrameGuidanceOptions>) {
  const onCapture = vi.fn<UseFrameGuidanceOptions['onCapture']>();
  const renders = { count: 0 };
  const hook = renderHook(
    (changed: Partial<UseFrameGuidanceOptions>) => {
      renders.count += 1;
      return useFrameGuidance({ video, subject: 'document', onCapture, ...options, ...changed });
    },
    { initialProps: {}, wrapper: StrictMode },
  );
  return { ...hook, onCapture, renders, now: () => hook.result.current };
}

const isOpen = ({ pixels }: GrabbedFrame) => pixels instanceof VideoFrame && pixels.format !== null;

describe('useFrameGuidance', () => {
  it('watches one video at a time, and none after it is gone', () => {
    const { watch, watching } = createWatch();
    const { rerender, unmount } = mount({ watch });
    expect([...watching.keys()]).toEqual([video]);
    rerender({ video: null });
    expect(watching.size).toBe(0);
    rerender({});
    expect(watching.size).toBe(1);
    unmount();
    expect(watching.size).toBe(0);
  });

  it('takes a good picture by itself and hands it over open, once', async () => {
    const { watch, see } = createWatch();
    const { onCapture } = mount({ watch, autoCapture: { holdMs: 50, settleMs: 0 } });
    await vi.waitFor(async () => {
      await see();
      expect(onCapture).toHaveBeenCalled();
    });
    for (let more = 0; more < 5; more += 1) await see();
    expect(onCapture).toHaveBeenCalledOnce();
    const frame = onCapture.mock.calls[0]?.[0];
    expect(frame).toMatchObject({ widthPx: 640, heightPx: 480 });
    expect(frame && isOpen(frame)).toBe(true);
    frame?.close();
  });

  it('renders when something is to be seen, not with each report', async () => {
    const { watch, see } = createWatch();
    const { renders, now } = mount({ watch });
    await vi.waitFor(async () => {
      await see(['dark']);
      expect(now()).toMatchObject({ hint: 'dark', announced: 'dark' });
    });
    const before = renders.count;
    for (let more = 0; more < 20; more += 1) await see(['dark']);
    expect(renders.count).toBe(before);
  });

  it('closes the frame it holds when the video goes', async () => {
    const { watch, see } = createWatch();
    const close = vi.spyOn(VideoFrame.prototype, 'close');
    const opened = vi.fn<() => void>();
    const { rerender } = mount({ watch });
    for (let good = 0; good < 3; good += 1) {
      await see();
      opened();
    }
    expect(close).toHaveBeenCalledTimes(opened.mock.calls.length - 1);
    rerender({ video: null });
    expect(close).toHaveBeenCalledTimes(opened.mock.calls.length);
  });

  it.each([
    ['with the outline that was there just before', 'dark', [{ x: 0.25, y: 0.25 }, { x: 0.75 }, { y: 0.75 }, { x: 0.25 }]],
    ['without the outline of what moves on', 'moving', null],
  ] as const)('takes what the video shows by hand, %s', async (_name, issue, outline) => {
    const { watch, see } = createWatch();
    const { now, onCapture } = mount({ watch });
    const [left, right, top, bottom] = [160, 480, 120, 360];
    const quad = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ] as const;
    await see([issue], { quad });
    await act(() => now().takeNow());
    const frame = onCapture.mock.calls[0]?.[0];
    expect(frame).toMatchObject({ widthPx: 640, heightPx: 480, outline });
    frame?.close();
  });

  it('takes by hand what is seen now, not the picture the video stood still on', async () => {
    const { watch } = createWatch();
    const { now, onCapture, rerender } = mount({ watch });
    rerender({ video: null });
    video.pause();
    const stoodAtS = video.currentTime;
    const playing = video.play();
    rerender({});
    await act(() => now().takeNow());
    await playing;
    const frame = onCapture.mock.calls[0]?.[0];
    expect(frame?.pixels).toBeInstanceOf(VideoFrame);
    expect(frame?.pixels instanceof VideoFrame && frame.pixels.timestamp / 1e6).toBeGreaterThan(stoodAtS);
    frame?.close();
  });

  it('closes a picture that comes after it was unmounted', async () => {
    const { watch } = createWatch();
    const { now, onCapture, unmount } = mount({ watch });
    const late = await createImageBitmap(new ImageData(1, 1));
    const close = vi.spyOn(late, 'close');
    vi.stubGlobal('VideoFrame', undefined);
    vi.spyOn(window, 'createImageBitmap').mockImplementation(async () => {
      unmount();
      return late;
    });
    await now().takeNow();
    vi.unstubAllGlobals();
    expect(onCapture).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledOnce();
  });

  it('refuses a bad picture at the gate, and gives the other side tries of its own', async () => {
    const { watch, see } = createWatch();
    const { now, onCapture, rerender } = mount({ watch, gate: { tries: 1 } });
    await see(['glare']);
    await act(() => now().takeNow());
    expect(now()).toMatchObject({ hint: 'glare', refused: { triesLeft: 0 } });
    expect(onCapture).not.toHaveBeenCalled();
    rerender({ shot: 'back' });
    await see(['glare']);
    await act(() => now().takeNow());
    expect(onCapture).not.toHaveBeenCalled();
    await see(['glare']);
    await act(() => now().takeNow());
    expect(onCapture).toHaveBeenCalledOnce();
    onCapture.mock.calls[0]?.[0].close();
  });

  it('is switched off by its host or by the person, and on again', async () => {
    const { watch } = createWatch();
    const { now, rerender } = mount({ watch, autoCapture: true });
    expect(now().autoCapture).toBe('searching');
    act(() => now().switchAutoCapture(false));
    expect(now().autoCapture).toBe('off');
    act(() => now().switchAutoCapture(true));
    rerender({ autoCapture: false });
    expect(now().autoCapture).toBe('off');
  });

  it('calls no face good and takes none by itself while there is no finder, and begins to when there is one', async () => {
    const { watch, see } = createWatch();
    const autoCapture = { holdMs: 0, settleMs: 0 };
    const { now, onCapture, rerender } = mount({ watch, subject: 'face', autoCapture });
    expect(now().autoCapture).toBe('off');
    act(() => now().switchAutoCapture(true));
    expect(now().autoCapture).toBe('off');
    await vi.waitFor(async () => {
      await see([], { subject: 'face' });
      expect(now()).toMatchObject({ hint: 'face-unknown', countdown: 0 });
    });
    expect(onCapture).not.toHaveBeenCalled();
    rerender({ faceFinder: { find: async () => [], close: () => undefined } });
    expect(now().autoCapture).toBe('searching');
    await see([], { subject: 'face', faces: [{ x: 200, y: 100, width: 200, height: 260 }] });
    expect(onCapture).toHaveBeenCalledOnce();
    onCapture.mock.calls[0]?.[0].close();
  });

  it('goes on watching while equal options are written in place, and begins anew with another number', async () => {
    const { watch, watching, see } = createWatch();
    const starts = vi.fn<typeof watchFrames>(watch);
    const inPlace = (minSharpness: number): Partial<UseFrameGuidanceOptions> => ({
      watch: (...input) => starts(...input),
      thresholds: { minSharpness },
      autoCapture: { holdMs: 60_000 },
      gate: { tries: 1 },
      faceFinder: { find: async () => [], close: () => undefined },
      onCapture: (frame) => frame.close(),
      onReport: () => undefined,
    });
    const { rerender, now } = mount(inPlace(0.7));
    // Twice, and stopped once, because of StrictMode.
    const atFirst = starts.mock.calls.length;
    for (let more = 0; more < 50; more += 1) rerender(inPlace(0.7));
    expect(starts).toHaveBeenCalledTimes(atFirst);
    await vi.waitFor(async () => {
      await see(['dark']);
      expect(now().hint).toBe('dark');
    });
    for (let more = 0; more < 50; more += 1) rerender(inPlace(0.8));
    expect(starts).toHaveBeenCalledTimes(atFirst + 1);
    expect(watching.get(video)?.thresholds).toMatchObject({ minSharpness: 0.8, minLight: 0.31 });
  });

  it('uses options by their latest value without beginning anew', async () => {
    const { watch, see } = createWatch();
    const starts = vi.fn<typeof watchFrames>(watch);
    const { rerender, now } = mount({ watch: starts, gate: { tries: 1 } });
    const atFirst = starts.mock.calls.length;
    rerender({ gate: { tries: 5 } });
    await see(['glare']);
    await act(() => now().takeNow());
    expect(now().refused).toEqual({ triesLeft: 4 });
    expect(starts).toHaveBeenCalledTimes(atFirst);
  });

  it('asks the face finder it was given last, and closes none', async () => {
    const { watch, watching } = createWatch();
    const createFinder = (widthPx: number) => ({
      find: vi.fn<FaceFinder['find']>(async () => [{ x: 0, y: 0, width: widthPx, height: 1 }]),
      close: vi.fn<() => void>(),
    });
    const [first, second] = [createFinder(1), createFinder(2)];
    const starts = vi.fn<typeof watchFrames>(watch);
    const { rerender, unmount } = mount({ watch: starts, subject: 'face', faceFinder: first });
    const atFirst = starts.mock.calls.length;
    const find = () => watching.get(video)?.faceFinder?.find(video);
    expect(await find()).toMatchObject([{ width: 1 }]);
    rerender({ faceFinder: second });
    expect(await find()).toMatchObject([{ width: 2 }]);
    expect(starts).toHaveBeenCalledTimes(atFirst);
    rerender({ faceFinder: null });
    expect(watching.get(video)?.faceFinder).toBeNull();
    expect(starts).toHaveBeenCalledTimes(atFirst + 1);
    unmount();
    expect([first.close, second.close].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});
