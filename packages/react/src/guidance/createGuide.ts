import {
  autoCaptureReducer,
  CameraError,
  type AutoCaptureEvent,
  type AutoCaptureOptions,
  checkGate,
  defaultAutoCaptureOptions,
  type FrameReport,
  grabFrame,
  type GrabbedFrame,
  hintReducer,
  idleAutoCapture,
  noHint,
} from '@stepframe/core/capture';
import { awaitNewFrame, type NewFrame } from './awaitNewFrame.ts';
import type { CapturedFrame, Guide, GuideSettings, GuideView } from './Guide.ts';
import { toOutline } from './toOutline.ts';

/** A frame still shows what the person sees for so long, and an outline is still where the document is. */
const freshMs = 300;

/** What was wrong with a picture most likely still is for so long: slow devices report once or twice a second. */
const knownMs = 1_500;

/** A report is waited for so long at most: where none come, nobody is locked out. */
const waitMs = 1_000;

/** A new picture is waited for so long at most: a busy phone may need a while for its first, and without one there is nothing to take. */
const pictureWaitMs = 3_000;

const nothingSeen: Omit<GuideView, 'autoCapture'> = {
  hint: null,
  announced: null,
  countdown: 0,
  outline: null,
  pace: 'steady',
  refused: null,
};

/**
 * Makes a guide, which lives as long as a step's camera.
 *
 * @param now A clock in milliseconds that never runs backwards. Default `performance.now`.
 */
export function createGuide(settings: GuideSettings, now: () => number = () => performance.now()): Guide {
  const listeners = new Set<() => void>();
  let auto = settings.autoCapture ? idleAutoCapture : autoCaptureReducer(idleAutoCapture, { type: 'switched', isOn: false });
  let hints = noHint;
  let view: GuideView = { ...nothingSeen, autoCapture: auto.status };
  let seen: { readonly report: FrameReport; readonly atMs: number } | null = null;
  let held: GrabbedFrame | null = null;
  let wake: (() => void) | null = null;
  let sight: { readonly video: HTMLVideoElement; readonly newFrame: NewFrame } | null = null;
  let outlineAtMs = 0;
  let refusals = 0;
  let turn = 0;
  let isTaken = false;
  let shot = '';

  const options = (): AutoCaptureOptions => ({
    ...defaultAutoCaptureOptions,
    ...(typeof settings.autoCapture === 'object' && settings.autoCapture),
  });
  const dispatch = (event: AutoCaptureEvent) => {
    auto = autoCaptureReducer(auto, event, options());
  };
  const letGo = () => {
    held?.close();
    held = null;
  };
  const known = (forMs = knownMs) => (seen && now() - seen.atMs <= forMs ? seen.report : null);

  /** Over with the next report, when the picture is no longer wanted, or when time is up. */
  async function waitForReport(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = null;
  }

  function show(outline: GuideView['outline'], refused: GuideView['refused']): void {
    const next: GuideView = {
      hint: hints.hint,
      announced: hints.announced,
      countdown: Math.round(auto.progress * 20) / 20,
      outline,
      autoCapture: auto.status,
      pace: auto.isSlow ? 'slow' : 'steady',
      refused: hints.hint === view.hint || refused !== view.refused ? refused : null,
    };
    const keys = Object.keys(next) as (keyof GuideView)[];
    if (keys.every((key) => next[key] === view[key])) return;
    view = next;
    for (const listener of listeners) listener();
  }

  /** What the video shows since this picture is wanted. */
  async function grab(): Promise<GrabbedFrame> {
    if (sight && (await sight.newFrame.within(pictureWaitMs)) && sight) return grabFrame(sight.video);
    throw new CameraError('camera/timeout', 'The video shows no new picture, so there is nothing to take. Try again in a moment.');
  }

  function capture(frame: GrabbedFrame, { outline, isAutomatic }: Pick<CapturedFrame, 'outline' | 'isAutomatic'>): void {
    isTaken = true;
    hints = noHint;
    show(null, null);
    const { pixels, widthPx, heightPx } = frame;
    settings.onCapture({ pixels, widthPx, heightPx, outline, isAutomatic, close: () => frame.close() });
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      settings = next;
    },
    begin: (next, video) => {
      turn += 1;
      sight?.newFrame.stop();
      sight = { video, newFrame: awaitNewFrame(video) };
      isTaken = false;
      if (next !== shot) refusals = 0;
      shot = next;
      seen = null;
      wake?.();
      hints = noHint;
      dispatch({ type: 'begun' });
      show(null, null);
    },
    report: (report, take) => {
      const atMs = now();
      seen = { report, atMs };
      wake?.();
      hints = hintReducer(hints, { ...report, atMs });
      dispatch({ type: 'reported', report, atMs });
      settings.onReport?.(report);
      if (isTaken) return;
      letGo();
      const frame = report.issues.length === 0 || auto.status === 'done' ? take() : null;
      if (auto.status === 'done' && frame) {
        capture(frame, { outline: toOutline(report, null), isAutomatic: true });
        return;
      }
      held = frame;
      const outline = toOutline(report, view.outline);
      if (outline) outlineAtMs = atMs;
      // A document that is lost for a blink is still there.
      show(outline ?? (atMs - outlineAtMs < freshMs ? view.outline : null), view.refused);
    },
    switchAutoCapture: (isOn) => {
      dispatch({ type: 'switched', isOn });
      show(view.outline, view.refused);
    },
    takeNow: async () => {
      if (isTaken || wake) return;
      const mine = turn;
      if (settings.gate && refusals < settings.gate.tries && !known()) {
        await waitForReport();
        // Meanwhile the camera went, another picture is wanted, or one was taken by itself.
        if (mine !== turn || isTaken) return;
      }
      const atMs = now();
      const issue = checkGate(known(), refusals, settings.gate);
      if (issue) {
        refusals += 1;
        hints = { ...hints, hint: issue, hintSinceMs: atMs };
        show(view.outline, { triesLeft: (settings.gate?.tries ?? 0) - refusals });
        return;
      }
      const fresh = known(freshMs);
      // Between the last report and a frame grabbed now, what moves is elsewhere.
      const outline = fresh && (held || !fresh.issues.includes('moving')) ? toOutline(fresh, null) : null;
      let frame = fresh && held;
      if (frame) held = null;
      else letGo();
      // At once, so that a second press, or the countdown, takes no second picture meanwhile.
      isTaken = true;
      try {
        frame ??= await grab();
      } catch (error) {
        // The camera went, or another picture is wanted by now.
        if (mine !== turn) return;
        isTaken = false;
        throw error;
      }
      dispatch({ type: 'taken' });
      if (mine === turn) capture(frame, { outline, isAutomatic: false });
      else frame.close();
    },
    rest: () => {
      turn += 1;
      letGo();
      sight?.newFrame.stop();
      sight = null;
      wake?.();
    },
  };
}
