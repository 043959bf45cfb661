import type { AutoCaptureOptions, AutoCaptureStatus, CaptureGate, FrameReport, GrabbedFrame, Hint, Point } from '@stepframe/core/capture';

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

/** A frame with what was seen in it. */
export interface CapturedFrame extends GrabbedFrame {
  /**
   * The document's corners in this frame, clockwise from the top left, as shares (0 to 1) of its width and height; `null` where none
   * were found, or nobody looked at this very frame or the one before it.
   */
  readonly outline: readonly Point[] | null;
  /** Taken by itself, not by hand. */
  readonly isAutomatic: boolean;
}

export interface GuideSettings {
  readonly autoCapture: Partial<AutoCaptureOptions> | boolean;
  readonly gate?: CaptureGate | undefined;
  readonly onCapture: (frame: CapturedFrame) => void;
  readonly onReport?: ((report: FrameReport) => void) | undefined;
}

/** Hints, automatic capture and gate over the reports of one video after another; owns a frame it holds. */
export interface Guide {
  readonly view: () => GuideView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (settings: GuideSettings) => void;
  /** A picture of this video is wanted. One of something else (another side) has its tries at the gate anew. */
  readonly begin: (shot: string, video: HTMLVideoElement) => void;
  readonly report: (report: FrameReport, take: () => GrabbedFrame | null) => void;
  readonly switchAutoCapture: (isOn: boolean) => void;
  /**
   * By hand: the last good frame when it is fresh (pressing shakes the hand), else what the video shows now, but nothing that it showed
   * before it was begun. A gate with nothing to go by waits for the next report, a second at most, and then lets through.
   */
  readonly takeNow: () => Promise<void>;
  /** Lets go of what is held. What comes later is closed. */
  readonly rest: () => void;
}
