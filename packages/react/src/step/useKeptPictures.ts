'use client';

import { findStepResult, type JourneySummary, type StepState } from '@stepframe/core';
import { useEffect, useRef, useState } from 'react';
import type { Pictures } from '../capture/captureReducer.ts';
import type { Capture } from '../capture/useCapture.ts';
import { useStepframe } from '../StepframeProvider.tsx';

/** What is known of pictures that outlived a reload. */
export interface KeptPicturesState {
  /** They are being looked for; nobody should begin anew meanwhile. */
  readonly isLooking: boolean;
  /** Key under which the pictures at hand were sent before the page was loaded. */
  readonly earlierKey: string | undefined;
}

const toStanding = (summary: JourneySummary | null, stepId: string) => JSON.stringify(summary && findStepResult(summary, stepId));

/**
 * Keeps a step's pictures over a reload or a crash, in the journey's vault, from when they were taken until they are submitted,
 * replaced or let go. Those that turn out to have arrived meanwhile are not brought back.
 */
export function useKeptPictures(stepId: string, capture: Capture, step: StepState, summary: JourneySummary | null): KeptPicturesState {
  const { vault } = useStepframe().journey;
  const [looked, setLooked] = useState<{ readonly pictures: Pictures; readonly key: string | undefined } | null>(null);
  /** The submission that pictures went out with, and what the summary said then. */
  const sent = useRef<{ readonly pictures: Pictures; readonly key: string; readonly standing: string } | null>(null);
  const isKept = useRef(false);

  const isOpen = step.status === 'idle' || (step.status === 'rejected' && step.canRetry);
  const { restore } = capture;
  const latest = useRef({ isOpen, summary, restore });
  useEffect(() => {
    latest.current = { isOpen, summary, restore };
  });

  const isReady = summary !== null;
  useEffect(() => {
    if (!vault || !isReady) return;
    let isGone = false;
    void vault.load(stepId).then((kept) => {
      if (isGone) return;
      const now = latest.current;
      const { source, sent: sentBefore, ...pictures } = kept ?? { source: 'camera', sent: null };
      const hasArrived = sentBefore !== null && sentBefore.standing !== toStanding(now.summary, stepId);
      isKept.current = kept !== null;
      if (kept && now.isOpen && !hasArrived) {
        sent.current = sentBefore && { pictures, ...sentBefore };
        now.restore(source, pictures);
      }
      setLooked({ pictures, key: sentBefore?.key });
    });
    return () => {
      isGone = true;
    };
  }, [vault, stepId, isReady]);

  const { status } = capture;
  const pictures = status === 'idle' ? null : capture.pictures;
  const source = status === 'idle' ? null : capture.source;
  const key = step.status === 'uploading' ? step.key : undefined;
  const hasLooked = looked !== null;
  useEffect(() => {
    if (!vault || !hasLooked) return;
    if (pictures && source && Object.keys(pictures).length > 0) {
      if (key && (sent.current?.pictures !== pictures || sent.current.key !== key)) {
        sent.current = { pictures, key, standing: toStanding(latest.current.summary, stepId) };
      }
      isKept.current = true;
      const was = sent.current?.pictures === pictures ? sent.current : null;
      void vault.save(stepId, { ...pictures, source, sent: was && { key: was.key, standing: was.standing } });
    } else if (isKept.current) {
      isKept.current = false;
      void vault.drop(stepId);
    }
  }, [vault, hasLooked, stepId, pictures, source, key]);

  return {
    isLooking: vault !== null && isReady && !looked && isOpen,
    earlierKey: looked && looked.pictures === pictures ? looked.key : undefined,
  };
}
