import {
  autoCaptureReducer,
  type AutoCaptureEvent,
  type AutoCaptureOptions,
  type AutoCaptureStatus,
  type CaptureGate,
  checkGate,
  defaultAutoCaptureOptions,
  type FrameReport,
  grabFrame,
  type GrabbedFrame,
  type Hint,
  hintReducer,
  idleAutoCapture,
  noHint,
  type Point,
} from '@stepframe/core/capture';
import { toOutline } from './toOutline.ts';

/** What is to be seen of the guidance; a new object only when something visible has changed. */
export interface GuideView {
  /** What to show over the picture; steady enough to be read. `null` until something is sure. */
  readonly hint: Hint | null;
  /** What to announce to a screen reader: the hint, at most once in three seconds. */
  readonly announced: Hint | null;
  /** Share of the time until a picture is taken by itself, 0 to 1 in twentieths; 0 while none is on its way. */
  readonly countdown: number;
  /** The document's corners, clockwise from the top left, as shares (0 to 1) of the unmirrored frame's width and height. */
  readonly outline: readonly Point[] | null;
  /** Where automatic capture stands; `off` when it was not asked for. */
  readonly autoCapture: AutoCaptureStatus;
  /** Whether frames are looked at often enough for automatic capture. */
  readonly pace: 'steady' | 'slow';
  /** The shutter's last press was refused for what `hint` says; `triesLeft` more may be. `null` once that has changed. */
  readonly refused: { readonly triesLeft: number } | null;
}

export interface GuideSettings {
  readonly autoCapture: Partial<AutoCaptureOptions> | boolean;
  readonly gate?: CaptureGate | undefined;
  readonly onCapture: (frame: GrabbedFrame) => void;
  readonly onReport?: ((report: FrameReport) => void) | undefined;
}

/** Hints, automatic capture and gate over the reports of one video after another; owns a frame it holds. */
export interface Guide {
  readonly view: () => GuideView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (settings: GuideSettings) => void;
  /** A picture is wanted. One of something else (another side) has its tries at the gate anew. */
  readonly begin: (shot: string) => void;
  readonly report: (report: FrameReport, take: () => GrabbedFrame | null) => void;
  readonly switchAutoCapture: (isOn: boolean) => void;
  /**
   * By hand: the last good frame when it is fresh (pressing shakes the hand), else what the video shows now.
   * A gate with nothing to go by waits for the next report, a second at most, and then lets through.
   */
  readonly takeNow: (video: HTMLVideoElement) => Promise<void>;
  /** Lets go of what is held. What comes later is closed. */
  readonly rest: () => void;
}

/** A frame still shows what the person sees for so long, and an outline is still where the document is. */
const freshMs = 300;

/** What was wrong with a picture most likely still is for so long: slow devices report once or twice a second. */
const knownMs = 1_500;

/** A gate waits for a report so long at most: where none come, nobody is locked out. */
const waitMs = 1_000;

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
  let held: { readonly frame: GrabbedFrame; readonly atMs: number } | null = null;
  let wake: (() => void) | null = null;
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
    held?.frame.close();
    held = null;
  };
  const known = () => (seen && now() - seen.atMs <= knownMs ? seen.report : null);

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
      pace: auto.fps < options().minFps ? 'slow' : 'steady',
      refused: hints.hint === view.hint || refused !== view.refused ? refused : null,
    };
    const keys = Object.keys(next) as (keyof GuideView)[];
    if (keys.every((key) => next[key] === view[key])) return;
    view = next;
    for (const listener of listeners) listener();
  }

  function capture(frame: GrabbedFrame): void {
    isTaken = true;
    hints = noHint;
    show(null, null);
    settings.onCapture(frame);
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
    begin: (next) => {
      turn += 1;
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
      hints = hintReducer(hints, { issues: report.issues, atMs });
      dispatch({ type: 'reported', report, atMs });
      settings.onReport?.(report);
      if (isTaken) return;
      letGo();
      const frame = report.issues.length === 0 || auto.status === 'done' ? take() : null;
      if (auto.status === 'done' && frame) {
        capture(frame);
        return;
      }
      held = frame && { frame, atMs };
      const outline = toOutline(report, view.outline);
      if (outline) outlineAtMs = atMs;
      // A document that is lost for a blink is still there.
      show(outline ?? (atMs - outlineAtMs < freshMs ? view.outline : null), view.refused);
    },
    switchAutoCapture: (isOn) => {
      dispatch({ type: 'switched', isOn });
      show(view.outline, view.refused);
    },
    takeNow: async (video) => {
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
      let frame = held && atMs - held.atMs <= freshMs ? held.frame : null;
      if (frame) held = null;
      else letGo();
      // At once, so that a second press, or the countdown, takes no second picture meanwhile.
      isTaken = true;
      try {
        frame ??= await grabFrame(video);
      } catch (error) {
        isTaken = false;
        throw error;
      }
      dispatch({ type: 'taken' });
      if (mine === turn) capture(frame);
      else frame.close();
    },
    rest: () => {
      turn += 1;
      letGo();
      wake?.();
    },
  };
}
