import { knowsSubject, type SeenFrame } from './knowsSubject.ts';

/** When a picture is taken by itself. */
export interface AutoCaptureOptions {
  /** How long every frame is good before the last of them is taken: two at least, unless it is 0. Default 1000. */
  readonly holdMs: number;
  /** After a picture, or at the beginning, nothing is taken for so long: time to see what happens. Default 800. */
  readonly settleMs: number;
  /**
   * For people who cannot hold still: with the document (or face) in sight for so long and no picture taken,
   * `shakyHoldMs` is enough, and a movement that leaves the frame sharp is forgiven. Default 8000.
   */
  readonly patienceMs: number;
  /** Default 300. */
  readonly shakyHoldMs: number;
  /** With fewer reports in a second, for some seconds, it is `slow` until they come more often again. Default 1. */
  readonly minFps: number;
}

export const defaultAutoCaptureOptions: AutoCaptureOptions = {
  holdMs: 1_000,
  settleMs: 800,
  patienceMs: 8_000,
  shakyHoldMs: 300,
  minFps: 1,
};

/**
 * Where automatic capture stands.
 *
 * - `off`: by the person's or the host's word.
 * - `slow`: as `searching`, but so few frames are looked at that a picture may never come. Good ones are counted all the same.
 * - `resting`: a picture was taken, and the same thing still lies there; it waits until that moves or leaves.
 * - `searching`: waits for a good frame. `holding`: frames are good, `progress` counts up.
 * - `done`: the frame of this very report is to be taken, or a picture was taken by hand.
 */
export type AutoCaptureStatus = 'off' | 'slow' | 'resting' | 'searching' | 'holding' | 'done';

export interface AutoCaptureState {
  readonly status: AutoCaptureStatus;
  /** Share of the time to hold that is over, 0 to 1. */
  readonly progress: number;
  /** Reports in a second, smoothed over the last few. */
  readonly fps: number;
  /** Whether that is too few, whatever the status. */
  readonly isSlow: boolean;
  readonly hasTaken: boolean;
  readonly begunAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly goodSinceMs: number | null;
  readonly triedMs: number;
  readonly changedReports: number;
}

export type AutoCaptureEvent =
  /** A picture is wanted now: for the first time, or again. */
  | { readonly type: 'begun' }
  | { readonly type: 'reported'; readonly report: SeenFrame; readonly atMs: number }
  /** A picture was taken by hand. */
  | { readonly type: 'taken' }
  | { readonly type: 'switched'; readonly isOn: boolean };

/** Presumed until it is measured. */
const presumedFps = 10;

/** A longer gap between reports may be a pause (a hidden page), so that one alone must not make a device slow. */
const longestGapMs = 2_000;
/** What the last gap counts for in their mean: four slow reports tell. */
const weight = 0.25;
/** The rate returns with so many times `minFps`, or the words for it would flicker. */
const recovery = 1.2;

/** Nothing is known of what happened in between: the time to hold begins anew. */
const blindMs = 1_500;

/**
 * So many reports in a row say that what was photographed is being moved: it is turned over, not shaken by noise. Two do where so much
 * time lies between them, in which a hint gets sure: a document is turned over in a second or two.
 */
const reportsOfChange = 3;
const changeMs = 300;

export const idleAutoCapture: AutoCaptureState = {
  status: 'searching',
  progress: 0,
  fps: presumedFps,
  isSlow: false,
  hasTaken: false,
  begunAtMs: null,
  lastAtMs: null,
  goodSinceMs: null,
  triedMs: 0,
  changedReports: 0,
};

const waiting = { progress: 0, begunAtMs: null, lastAtMs: null, goodSinceMs: null, triedMs: 0, changedReports: 0 } as const;

/** Decides when a frame is taken by itself. Pure: time comes with the events. A face that nobody looked for is never taken. */
export function autoCaptureReducer(
  state: AutoCaptureState,
  event: AutoCaptureEvent,
  options: AutoCaptureOptions = defaultAutoCaptureOptions,
): AutoCaptureState {
  const isOff = state.status === 'off';
  const atRest = state.hasTaken ? 'resting' : toSearch(state);
  switch (event.type) {
    case 'begun':
      return { ...state, ...waiting, status: isOff ? 'off' : atRest };
    case 'taken':
      return { ...state, ...waiting, status: isOff ? 'off' : 'done', hasTaken: true };
    case 'switched':
      // Switched on by the person, a slow device gets another chance.
      return { ...state, ...waiting, status: event.isOn ? 'searching' : 'off', fps: presumedFps, isSlow: false };
    case 'reported':
      return look(state, event, options);
    default:
      return event satisfies never;
  }
}

type Reported = Extract<AutoCaptureEvent, { type: 'reported' }>;

function look(before: AutoCaptureState, { report, atMs }: Reported, options: AutoCaptureOptions): AutoCaptureState {
  const gapMs = before.lastAtMs === null ? 0 : atMs - before.lastAtMs;
  const fps = gapMs === 0 ? before.fps : smooth(before.fps, Math.min(gapMs, longestGapMs));
  const { issues } = report;
  const isThere = !issues.includes('no-document') && !issues.includes('no-face');
  const isChanging = !isThere || issues.includes('moving') || issues.includes('cut-off') || issues.includes('face-cut-off');
  const state: AutoCaptureState = {
    ...before,
    fps,
    isSlow: fps < options.minFps * (before.isSlow ? recovery : 1),
    begunAtMs: before.begunAtMs ?? atMs,
    lastAtMs: atMs,
    triedMs: before.triedMs + (isThere ? Math.min(gapMs, blindMs) : 0),
    changedReports: isChanging ? before.changedReports + 1 : 0,
  };
  if (before.status === 'off' || before.status === 'done') return state;
  if (before.status === 'resting') {
    const isMoved = state.changedReports >= (gapMs >= changeMs && gapMs <= blindMs ? 2 : reportsOfChange);
    return isMoved ? { ...state, status: toSearch(state), triedMs: 0 } : state;
  }

  const isShaky = state.triedMs >= options.patienceMs;
  const isGood = knowsSubject(report) && issues.every((issue) => isShaky && issue === 'moving');
  const isSettled = atMs - (state.begunAtMs ?? atMs) >= options.settleMs;
  if (!isGood || !isSettled) return { ...state, status: toSearch(state), progress: 0, goodSinceMs: null };
  const goodSinceMs = gapMs > blindMs ? atMs : (before.goodSinceMs ?? atMs);
  const holdMs = isShaky ? Math.min(options.holdMs, options.shakyHoldMs) : options.holdMs;
  const progress = holdMs > 0 ? Math.min((atMs - goodSinceMs) / holdMs, 1) : 1;
  if (progress === 1) return { ...state, goodSinceMs, progress, status: 'done', hasTaken: true };
  return { ...state, goodSinceMs, progress, status: state.isSlow && progress === 0 ? 'slow' : 'holding' };
}

function toSearch({ isSlow }: AutoCaptureState): AutoCaptureStatus {
  return isSlow ? 'slow' : 'searching';
}

/** Gaps are averaged, not rates: one quick pair of frames must not hide ten slow ones. */
function smooth(fps: number, gapMs: number): number {
  const lastGapMs = 1_000 / fps;
  return 1_000 / (lastGapMs + (gapMs - lastGapMs) * weight);
}
