import type { FrameIssue, FrameReport, GrabbedFrame, Point } from '@stepframe/core/capture';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuide } from './createGuide.ts';
import type { Guide, GuideSettings } from './Guide.ts';

const corners = (shiftPx = 0): readonly [Point, Point, Point, Point] => [
  { x: 100 + shiftPx, y: 100 },
  { x: 900, y: 100 },
  { x: 900, y: 600 },
  { x: 100, y: 600 },
];

function toReport(issues: readonly FrameIssue[], shiftPx?: number): FrameReport {
  return {
    subject: 'document',
    frameWidthPx: 1000,
    frameHeightPx: 800,
    issues,
    quad: issues.includes('no-document') ? null : corners(shiftPx),
    faces: null,
    measures: { sharpness: 1, light: 0.5, clipped: 0, glare: 0, motion: 0, coverage: 0.5, tiltDegrees: 0 },
  };
}

/** A video that has no picture to grab, and paints when it is told to. */
function createVideo() {
  const asked = new Map<number, VideoFrameRequestCallback>();
  const video = {
    currentTime: 2,
    requestVideoFrameCallback: (call: VideoFrameRequestCallback) => {
      asked.set(1, call);
      return 1;
    },
    cancelVideoFrameCallback: (handle: number) => asked.delete(handle),
  };
  const paint = (atS: number) => {
    video.currentTime = atS;
    asked.get(1)?.(0, { presentedFrames: 9 } as VideoFrameCallbackMetadata);
  };
  /** Its time goes on, and nobody is told of a picture. */
  const run = (toS: number) => {
    video.currentTime = toS;
  };
  return { video: video as unknown as HTMLVideoElement, paint, run, asked };
}

/** One that plays, so that its next picture comes at once. */
function createPlaying(): HTMLVideoElement {
  const { video, paint } = createVideo();
  queueMicrotask(() => paint(2.04));
  return video;
}

/** A guide with a clock in hand, which notes its frames and what it shows. */
function setUp(settings: Partial<GuideSettings> = {}) {
  let atMs = 1_000;
  const frames: (GrabbedFrame & { readonly close: ReturnType<typeof vi.fn> })[] = [];
  const onCapture = vi.fn<GuideSettings['onCapture']>();
  const guide = createGuide({ autoCapture: true, onCapture, ...settings }, () => atMs);
  const onView = vi.fn<() => void>();
  guide.subscribe(onView);
  guide.begin('front', createPlaying());
  const take = () => {
    const frame = { pixels: { timestamp: frames.length } as VideoFrame, widthPx: 1000, heightPx: 800, close: vi.fn<() => void>() };
    frames.push(frame);
    return frame;
  };
  return {
    guide,
    frames,
    onCapture,
    onView,
    wait: (ms: number) => {
      atMs += ms;
    },
    /** Reports, ten a second. */
    see: (count: number, issues: readonly FrameIssue[] = [], shiftPx?: (index: number) => number) => {
      for (let index = 0; index < count; index += 1) {
        atMs += 100;
        guide.report(toReport(issues, shiftPx?.(index)), take);
      }
    },
    open: () => frames.filter(({ close }) => close.mock.calls.length === 0),
  };
}

/** The picture that was handed over: this frame and no other, with what was seen in it. */
const takenOf = (frame: GrabbedFrame | undefined, shiftPx = 0) =>
  expect.objectContaining({ pixels: frame?.pixels, outline: corners(shiftPx).map(({ x, y }) => ({ x: x / 1000, y: y / 800 })) });

describe('createGuide', () => {
  it('hands over the very frame that passed, and closes all others', () => {
    const { guide, see, frames, onCapture, open } = setUp();
    see(30, [], (index) => index * 5);
    expect(onCapture).toHaveBeenCalledExactlyOnceWith(takenOf(frames.at(-1), (frames.length - 1) * 5));
    expect(open()).toEqual([frames.at(-1)]);
    guide.rest();
    expect(open()).toEqual([frames.at(-1)]);
    expect(onCapture.mock.calls[0]?.[0]).toMatchObject({ isAutomatic: true });
    onCapture.mock.calls[0]?.[0].close();
    expect(open()).toEqual([]);
  });

  it('counts down while frames are good, and begins anew after a bad one', () => {
    const { guide, see } = setUp();
    see(12);
    expect(guide.view()).toMatchObject({ autoCapture: 'holding', countdown: 0.3, hint: 'good' });
    see(1, ['glare']);
    expect(guide.view()).toMatchObject({ autoCapture: 'searching', countdown: 0 });
  });

  it('tells of nothing that cannot be seen', () => {
    const { guide, see, onView } = setUp();
    see(20, ['dark'], (index) => index % 3);
    const shown = guide.view();
    onView.mockClear();
    see(50, ['dark'], (index) => index % 3);
    expect(onView).not.toHaveBeenCalled();
    expect(guide.view()).toBe(shown);
    see(1, ['dark'], () => 40);
    expect(onView).toHaveBeenCalledOnce();
  });

  it('outlines the document in shares of the frame, also while it is lost for a blink', () => {
    const { guide, see } = setUp();
    see(1, ['dark']);
    const { outline } = guide.view();
    expect(outline?.[2]).toEqual({ x: 0.9, y: 0.75 });
    see(2, ['no-document']);
    expect(guide.view().outline).toBe(outline);
    see(2, ['no-document']);
    expect(guide.view().outline).toBeNull();
  });

  it('holds no frame of a bad report', () => {
    const { see, frames } = setUp();
    see(10, ['blurred']);
    expect(frames).toEqual([]);
  });

  it('takes the last good frame by hand when it is fresh', async () => {
    const { guide, see, frames, onCapture, open } = setUp({ autoCapture: false });
    see(5);
    await guide.takeNow();
    expect(onCapture).toHaveBeenCalledExactlyOnceWith(takenOf(frames[4]));
    expect(onCapture.mock.calls[0]?.[0]).toMatchObject({ isAutomatic: false });
    expect(open()).toEqual([frames[4]]);
  });

  it('takes what the video shows when the last good frame is stale, and says when there is none', async () => {
    const { guide, see, wait, onCapture, open } = setUp({ autoCapture: false });
    see(5);
    wait(400);
    await expect(guide.takeNow()).rejects.toMatchObject({ code: 'camera/timeout' });
    expect(onCapture).not.toHaveBeenCalled();
    expect(open()).toEqual([]);
    see(1);
    await guide.takeNow();
    expect(onCapture).toHaveBeenCalledOnce();
  });

  it('takes one picture until the next is wanted', async () => {
    const { guide, see, onCapture, open } = setUp({ autoCapture: false });
    see(5);
    await guide.takeNow();
    await guide.takeNow();
    see(50);
    expect(onCapture).toHaveBeenCalledOnce();
    expect(open()).toHaveLength(1);
    guide.begin('front', createPlaying());
    see(5);
    await guide.takeNow();
    expect(onCapture).toHaveBeenCalledTimes(2);
  });

  it('refuses bad pictures by hand as often as it is told, with the hint, and then lets them through', async () => {
    const { guide, see, onCapture } = setUp({ autoCapture: false, gate: { tries: 2 } });
    for (const triesLeft of [1, 0]) {
      see(1, ['glare', 'dark']);
      await guide.takeNow();
      expect(guide.view()).toMatchObject({ hint: 'glare', refused: { triesLeft } });
    }
    expect(onCapture).not.toHaveBeenCalled();
    see(1, ['glare']);
    // Through the gate; that there is no picture is the video's word.
    await expect(guide.takeNow()).rejects.toMatchObject({ code: 'camera/timeout' });
  });

  it('forgets a refusal when its reason is gone, and its tries with a new side', async () => {
    const { guide, see } = setUp({ autoCapture: false, gate: { tries: 1 } });
    see(5, ['glare']);
    await guide.takeNow();
    expect(guide.view().refused).toEqual({ triesLeft: 0 });
    see(20, []);
    expect(guide.view()).toMatchObject({ hint: 'good', refused: null });
    guide.begin('back', createPlaying());
    see(1, ['dark']);
    await guide.takeNow();
    expect(guide.view()).toMatchObject({ hint: 'dark', refused: { triesLeft: 0 } });
  });

  it('lets a good picture through a gate', async () => {
    const { guide, see, onCapture } = setUp({ autoCapture: false, gate: { tries: 9 } });
    see(1, []);
    await guide.takeNow();
    expect(onCapture).toHaveBeenCalledOnce();
  });

  it('says that the device does not keep up, until it does', () => {
    const { guide, see, wait } = setUp();
    for (let report = 0; report < 40; report += 1) {
      wait(1_900);
      see(1, ['dark']);
    }
    expect(guide.view()).toMatchObject({ autoCapture: 'slow', pace: 'slow' });
    see(40, ['dark']);
    expect(guide.view()).toMatchObject({ autoCapture: 'searching', pace: 'steady' });
  });
});

describe('a picture by hand of createGuide', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A video that goes on after a review, and shows the last picture until it paints. */
  const press = () => {
    const { guide, onCapture } = setUp({ autoCapture: false });
    const paused = createVideo();
    guide.begin('back', paused.video);
    const outcome = vi.fn<(error?: unknown) => void>();
    const taking = guide.takeNow().then(() => outcome(), outcome);
    return { guide, onCapture, outcome, taking, ...paused };
  };

  it('is of nothing that was shown before', async () => {
    const { outcome, taking, paint } = press();
    // The old picture once more.
    paint(2);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(outcome).not.toHaveBeenCalled();
    paint(2.04);
    await taking;
    // It was grabbed: that there is none is the video's word.
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('no picture yet') }));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not had where nothing new comes, and can be tried again', async () => {
    const { guide, outcome, taking, paint } = press();
    await vi.advanceTimersByTimeAsync(3_000);
    await taking;
    expect(outcome).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'camera/timeout', message: expect.stringContaining('no new picture') }),
    );
    paint(2.04);
    await expect(guide.takeNow()).rejects.toThrow('no picture yet');
  });

  it('is had where the browser tells of none and the video runs on', async () => {
    const { outcome, taking, run } = press();
    run(5);
    await vi.advanceTimersByTimeAsync(3_000);
    await taking;
    // It was grabbed: that there is none is the video's word.
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('no picture yet') }));
  });

  it.each([
    ['goes', (guide: Guide) => guide.rest()],
    ['is wanted of something else', (guide: Guide) => guide.begin('front', createVideo().video)],
  ])('is forgotten when the video %s meanwhile', async (_name, leave) => {
    const { guide, onCapture, outcome, taking, asked } = press();
    leave(guide);
    await taking;
    expect(outcome).toHaveBeenCalledExactlyOnceWith();
    expect([onCapture.mock.calls.length, asked.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });
});

describe('the gate of createGuide', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const gated = (tries = 2, more: Partial<GuideSettings> = {}) => setUp({ autoCapture: false, gate: { tries }, ...more });

  it('waits for the first report, and refuses what that finds bad', async () => {
    const { guide, see, onCapture } = gated();
    const taking = guide.takeNow();
    await vi.advanceTimersByTimeAsync(900);
    expect(guide.view().refused).toBeNull();
    see(1, ['glare']);
    await taking;
    expect(guide.view()).toMatchObject({ hint: 'glare', refused: { triesLeft: 1 } });
    expect(onCapture).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for the first report, and takes its frame when it is good', async () => {
    const { guide, see, frames, onCapture, open } = gated();
    const taking = guide.takeNow();
    see(1);
    await taking;
    expect(onCapture).toHaveBeenCalledExactlyOnceWith(takenOf(frames[0]));
    expect(open()).toEqual([frames[0]]);
  });

  it('lets through when no report comes within a second', async () => {
    const { guide } = gated();
    const onFailure = vi.fn<(error: unknown) => void>();
    const taking = guide.takeNow().catch(onFailure);
    await vi.advanceTimersByTimeAsync(999);
    expect(onFailure).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await taking;
    // Through the gate; that there is no picture is the video's word.
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'camera/timeout' }));
    expect(guide.view().refused).toBeNull();
  });

  it('goes by a report of 800 ms ago, but not by one of two seconds ago', async () => {
    const { guide, see, wait } = gated(3);
    see(1, ['dark']);
    wait(800);
    await guide.takeNow();
    expect(guide.view()).toMatchObject({ hint: 'dark', refused: { triesLeft: 2 } });
    wait(1_200);
    const taking = guide.takeNow();
    see(1, ['glare']);
    await taking;
    expect(guide.view()).toMatchObject({ hint: 'glare', refused: { triesLeft: 1 } });
  });

  it('hands over no frame of 800 ms ago, however good', async () => {
    const { guide, see, wait, onCapture, open } = gated();
    see(1);
    wait(800);
    await expect(guide.takeNow()).rejects.toMatchObject({ code: 'camera/timeout' });
    expect(onCapture).not.toHaveBeenCalled();
    expect(open()).toEqual([]);
  });

  it('does not wait once its tries are used up', async () => {
    const { guide, see, wait } = gated(1);
    see(1, ['dark']);
    await guide.takeNow();
    expect(guide.view().refused).toEqual({ triesLeft: 0 });
    wait(5_000);
    await expect(guide.takeNow()).rejects.toMatchObject({ code: 'camera/timeout' });
  });

  it('counts presses while it waits as one', async () => {
    const { guide, see } = gated(3);
    const taking = [guide.takeNow(), guide.takeNow()];
    see(1, ['dark']);
    await Promise.all(taking);
    expect(guide.view().refused).toEqual({ triesLeft: 2 });
  });

  it('takes nothing for a press whose camera went, or whose side is over', async () => {
    const { guide, see, onCapture, open } = gated();
    const first = guide.takeNow();
    guide.rest();
    await first;
    expect(vi.getTimerCount()).toBe(0);
    guide.begin('front', createPlaying());
    const second = guide.takeNow();
    guide.begin('back', createPlaying());
    see(1);
    await second;
    expect(onCapture).not.toHaveBeenCalled();
    guide.rest();
    expect(open()).toEqual([]);
  });

  it('takes one picture when automatic capture is as quick as the press', async () => {
    const { guide, see, onCapture, open } = gated(2, { autoCapture: { holdMs: 0, settleMs: 0 } });
    const taking = guide.takeNow();
    see(1);
    await taking;
    expect(onCapture).toHaveBeenCalledOnce();
    expect(open()).toHaveLength(1);
  });
});
