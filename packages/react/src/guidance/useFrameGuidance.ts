'use client';

import {
  type AutoCaptureOptions,
  type CaptureGate,
  defaultDocumentThresholds,
  defaultFaceThresholds,
  type FaceFinder,
  type FrameReport,
  type FrameSubject,
  type QualityThresholds,
  watchFrames,
} from '@stepframe/core/capture';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createGuide } from './createGuide.ts';
import type { CapturedFrame, GuideView } from './Guide.ts';

/**
 * All of it may be written in place: plain data is compared by value, and a function or finder is used as it was last given.
 * Frames are watched anew only with another `video`, `subject` or `shot`, other numbers, or a finder where there was none.
 */
export interface UseFrameGuidanceOptions {
  /** A video that plays; `null` while nothing is to be looked at: no camera, or a picture is being prepared or reviewed. */
  readonly video: HTMLVideoElement | null;
  readonly subject: FrameSubject;
  /** What the picture is of, such as its side: with a new name, or after `video` was `null`, a new picture is wanted. */
  readonly shot?: string;
  /** From where on something is an issue; what is left out has its default. */
  readonly thresholds?: Partial<QualityThresholds> | undefined;
  /**
   * Take a good picture by itself, and when. Default `false`; the person switches it with `switchAutoCapture`. Off for faces without a
   * `faceFinder`, whatever is said here: an empty frame would be taken for a good one.
   */
  readonly autoCapture?: Partial<AutoCaptureOptions> | boolean;
  /** Refuse bad pictures by hand too, for some tries; the first may wait a second for a report. Default: advice only. */
  readonly gate?: CaptureGate | undefined;
  /**
   * The latest one given is asked; whoever made it closes it. Default: faces are not looked for, light, sharpness and motion alone are
   * reported, and the hint is `face-unknown` where it would be `good`.
   */
  readonly faceFinder?: FaceFinder | null | undefined;
  /** Called with a picture taken by itself or with `takeNow`: the frame is yours to close. */
  readonly onCapture: (frame: CapturedFrame) => void;
  /** Called with each report, some times a second; for measuring, not for rendering. */
  readonly onReport?: (report: FrameReport) => void;
  /** Looks at the frames until it is stopped; another one only from the next start on. Default: `watchFrames`, in a worker. */
  readonly watch?: typeof watchFrames;
}

export interface FrameGuidance extends GuideView {
  /** Switches automatic capture on or off. Faces without a finder stay off. */
  readonly switchAutoCapture: (isOn: boolean) => void;
  /**
   * Takes a picture by hand, unless the gate refuses it: then `refused` says so. The gate goes by the last report; with none of
   * the last 1.5 seconds it waits for one, a second at most, and then lets through.
   *
   * Nothing is taken that the video showed before it was given here: a press waits for the next picture, a second at most.
   *
   * @throws CameraError `camera/timeout` when the video has no picture, or no new one
   */
  readonly takeNow: () => Promise<void>;
}

/** Looks at a live picture, says what to mend, and takes it when it is good. Renders only when something visible changes. */
export function useFrameGuidance(options: UseFrameGuidanceOptions): FrameGuidance {
  const {
    video,
    subject,
    shot = '',
    thresholds,
    autoCapture: wished = false,
    gate,
    faceFinder,
    onCapture,
    onReport,
    watch = watchFrames,
  } = options;
  const hasFinder = Boolean(faceFinder);
  const isPossible = subject !== 'face' || hasFinder;
  const autoCapture = isPossible && wished;
  const settings = { autoCapture, gate, onCapture, onReport };
  const [guide] = useState(() => createGuide(settings));
  const view = useSyncExternalStore(guide.subscribe, guide.view, guide.view);
  const latest = useRef({ faceFinder, watch });
  useEffect(() => {
    guide.set(settings);
    latest.current = { faceFinder, watch };
  });
  const limits = useSameData({ ...(subject === 'face' ? defaultFaceThresholds : defaultDocumentThresholds), ...thresholds });

  const isAutomatic = autoCapture !== false;
  useEffect(() => guide.switchAutoCapture(isAutomatic), [guide, isAutomatic]);
  useEffect(() => {
    if (!video) return undefined;
    guide.begin(shot, video);
    const finder: FaceFinder = {
      find: async (pixels) => (await latest.current.faceFinder?.find(pixels)) ?? [],
      // It belongs to whoever made it.
      close: () => undefined,
    };
    const stop = latest.current.watch(video, {
      subject,
      thresholds: limits,
      faceFinder: hasFinder ? finder : null,
      onReport: guide.report,
    });
    return () => {
      stop();
      guide.rest();
    };
  }, [guide, video, shot, subject, limits, hasFinder]);

  const takeNow = useCallback(async () => {
    if (video) await guide.takeNow();
  }, [guide, video]);
  const switchAutoCapture = useCallback((isOn: boolean) => guide.switchAutoCapture(isOn && isPossible), [guide, isPossible]);
  return { ...view, switchAutoCapture, takeNow };
}

/** The same object for as long as its values are the same. */
function useSameData<Data extends object>(data: Data): Data {
  const [kept, keep] = useState(data);
  // Not as JSON, where a limit that is never reached (`Infinity`) would be `null`.
  if (String(Object.entries(data)) === String(Object.entries(kept))) return kept;
  keep(data);
  return data;
}
