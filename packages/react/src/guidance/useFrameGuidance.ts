'use client';

import {
  type AutoCaptureOptions,
  type CaptureGate,
  defaultDocumentThresholds,
  defaultFaceThresholds,
  type FaceFinder,
  type FrameReport,
  type FrameSubject,
  type GrabbedFrame,
  type QualityThresholds,
  watchFrames,
} from '@stepframe/core/capture';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createGuide, type GuideView } from './createGuide.ts';

export interface UseFrameGuidanceOptions {
  /** A video that plays; `null` while nothing is to be looked at: no camera, or a picture is being prepared or reviewed. */
  readonly video: HTMLVideoElement | null;
  readonly subject: FrameSubject;
  /** What the picture is of, such as its side: with a new name, or after `video` was `null`, a new picture is wanted. */
  readonly shot?: string;
  /** From where on something is an issue; what is left out has its default. Keep the object stable between renders. */
  readonly thresholds?: Partial<QualityThresholds> | undefined;
  /** Take a good picture by itself, and when. Default `false`; the person switches it with `switchAutoCapture`. */
  readonly autoCapture?: Partial<AutoCaptureOptions> | boolean;
  /** Refuse bad pictures by hand too, for some tries. Default: advice only. */
  readonly gate?: CaptureGate | undefined;
  /** Keep it stable between renders; whoever made it closes it. Default: faces are not looked for. */
  readonly faceFinder?: FaceFinder | null | undefined;
  /** Called with a picture taken by itself or with `takeNow`: the frame is yours to close. */
  readonly onCapture: (frame: GrabbedFrame) => void;
  /** Called with each report, some times a second; for measuring, not for rendering. */
  readonly onReport?: (report: FrameReport) => void;
  /** Looks at the frames until it is stopped. Default: `watchFrames`, in a worker. */
  readonly watch?: typeof watchFrames;
}

export interface FrameGuidance extends GuideView {
  /** Switches automatic capture on or off; also on again where it was too slow. */
  readonly switchAutoCapture: (isOn: boolean) => void;
  /**
   * Takes a picture by hand, unless the gate refuses it: then `refused` says so.
   *
   * @throws CameraError `camera/timeout` when the video has no picture
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
    autoCapture = false,
    gate,
    faceFinder,
    onCapture,
    onReport,
    watch = watchFrames,
  } = options;
  const settings = { autoCapture, gate, onCapture, onReport };
  const [guide] = useState(() => createGuide(settings));
  const view = useSyncExternalStore(guide.subscribe, guide.view, guide.view);
  useEffect(() => guide.set(settings));

  const isAutomatic = autoCapture !== false;
  useEffect(() => guide.switchAutoCapture(isAutomatic), [guide, isAutomatic]);
  useEffect(() => {
    if (!video) return undefined;
    guide.begin(shot);
    const defaults = subject === 'face' ? defaultFaceThresholds : defaultDocumentThresholds;
    const stop = watch(video, { subject, thresholds: thresholds && { ...defaults, ...thresholds }, faceFinder, onReport: guide.report });
    return () => {
      stop();
      guide.rest();
    };
  }, [guide, video, shot, subject, thresholds, faceFinder, watch]);

  const takeNow = useCallback(async () => {
    if (video) await guide.takeNow(video);
  }, [guide, video]);
  return { ...view, switchAutoCapture: guide.switchAutoCapture, takeNow };
}
