import type { FrameIssue, FrameReport, GrabbedFrame, Point } from '@stepframe/core/capture';
import { describe, expect, it, vi } from 'vitest';
import { createGuide, type GuideSettings } from './createGuide.ts';

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

/** A guide with a clock in hand, which notes its frames and what it shows. */
function setUp(settings: Partial<GuideSettings> = {}) {
  let atMs = 1_000;
  const frames: (GrabbedFrame & { readonly close: ReturnType<typeof vi.fn> })[] = [];
  const onCapture = vi.fn<(frame: GrabbedFrame) => void>();
  const guide = createGuide({ autoCapture: true, onCapture, ...settings }, () => atMs);
  const onView = vi.fn<() => void>();
  guide.subscribe(onView);
  guide.begin('front');
  const take = () => {
    const frame = { pixels: {} as VideoFrame, widthPx: 1000, heightPx: 800, close: vi.fn<() => void>() };
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

/** Never looked at: the held frame is what is taken. */
const noVideo = {} as HTMLVideoElement;

describe('createGuide', () => {
  it('hands over the very frame that passed, and closes all others', () => {
    const { guide, see, frames, onCapture, open } = setUp();
    see(30);
    expect(onCapture).toHaveBeenCalledExactlyOnceWith(frames.at(-1));
    expect(open()).toEqual([frames.at(-1)]);
    guide.rest();
    expect(open()).toEqual([frames.at(-1)]);
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
    await guide.takeNow(noVideo);
    expect(onCapture).toHaveBeenCalledExactlyOnceWith(frames[4]);
    expect(open()).toEqual([frames[4]]);
  });

  it('takes what the video shows when the last good frame is stale, and says when there is none', async () => {
    const { guide, see, wait, onCapture, open } = setUp({ autoCapture: false });
    see(5);
    wait(400);
    await expect(guide.takeNow(noVideo)).rejects.toMatchObject({ code: 'camera/timeout' });
    expect(onCapture).not.toHaveBeenCalled();
    expect(open()).toEqual([]);
    see(1);
    await guide.takeNow(noVideo);
    expect(onCapture).toHaveBeenCalledOnce();
  });

  it('takes one picture until the next is wanted', async () => {
    const { guide, see, onCapture, open } = setUp({ autoCapture: false });
    see(5);
    await guide.takeNow(noVideo);
    await guide.takeNow(noVideo);
    see(50);
    expect(onCapture).toHaveBeenCalledOnce();
    expect(open()).toHaveLength(1);
    guide.begin('front');
    see(5);
    await guide.takeNow(noVideo);
    expect(onCapture).toHaveBeenCalledTimes(2);
  });

  it('refuses bad pictures by hand as often as it is told, with the hint, and then lets them through', async () => {
    const { guide, see, onCapture } = setUp({ autoCapture: false, gate: { tries: 2 } });
    for (const triesLeft of [1, 0]) {
      see(1, ['glare', 'dark']);
      await guide.takeNow(noVideo);
      expect(guide.view()).toMatchObject({ hint: 'glare', refused: { triesLeft } });
    }
    expect(onCapture).not.toHaveBeenCalled();
    see(1, ['glare']);
    // Through the gate; that there is no picture is the video's word.
    await expect(guide.takeNow(noVideo)).rejects.toMatchObject({ code: 'camera/timeout' });
  });

  it('forgets a refusal when its reason is gone, and its tries with a new side', async () => {
    const { guide, see } = setUp({ autoCapture: false, gate: { tries: 1 } });
    see(5, ['glare']);
    await guide.takeNow(noVideo);
    expect(guide.view().refused).toEqual({ triesLeft: 0 });
    see(20, []);
    expect(guide.view()).toMatchObject({ hint: 'good', refused: null });
    guide.begin('back');
    see(1, ['dark']);
    await guide.takeNow(noVideo);
    expect(guide.view()).toMatchObject({ hint: 'dark', refused: { triesLeft: 0 } });
  });

  it('lets a good picture through a gate', async () => {
    const { guide, see, onCapture } = setUp({ autoCapture: false, gate: { tries: 9 } });
    see(1, []);
    await guide.takeNow(noVideo);
    expect(onCapture).toHaveBeenCalledOnce();
  });

  it('says when the device does not keep up', () => {
    const { guide, see, wait } = setUp();
    for (let report = 0; report < 40; report += 1) {
      wait(500);
      see(1, ['dark']);
    }
    expect(guide.view()).toMatchObject({ autoCapture: 'slow', pace: 'slow' });
    guide.switchAutoCapture(true);
    expect(guide.view()).toMatchObject({ autoCapture: 'searching', pace: 'steady' });
  });
});
