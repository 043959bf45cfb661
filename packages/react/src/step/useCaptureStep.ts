'use client';

import { useCallback, useEffect } from 'react';
import type { Pictures } from '../capture/captureReducer.ts';
import { type Capture, useCapture, type UseCaptureOptions } from '../capture/useCapture.ts';
import { findStepResult } from '../journey/findStepResult.ts';
import type { StepImages } from '../journey/submission.ts';
import { type ProcessStep, useProcessStep } from '../journey/useProcessStep.ts';
import { useJourneySummary } from '../journey/useJourneySummary.ts';
import { type StepScreen, toStepScreen } from './toStepScreen.ts';

/** A step from the first picture to the verdict: the one place where pixels and network meet. */
export interface CaptureStep {
  /** What to show; derived from the two below. */
  readonly screen: StepScreen;
  readonly capture: Capture;
  readonly step: ProcessStep;
  /** Sends the pictures under review; does nothing while one is missing or the step takes none. */
  readonly send: () => void;
}

/**
 * Captures and submits one step.
 *
 * @param stepId Id of the step as Flow Builder shows it, such as `"0"`.
 */
export function useCaptureStep(stepId: string, options?: UseCaptureOptions): CaptureStep {
  const capture = useCapture(options);
  const step = useProcessStep(stepId);
  const summary = useJourneySummary();

  const { clear } = capture;
  const isProcessing = step.status === 'processing';
  const result = summary.status === 'ready' ? findStepResult(summary.summary, stepId) : null;
  useEffect(() => {
    // Taken by the API: the pictures are no longer ours to keep, and another try begins afresh. A new word of the summary
    // says so too, when the answer to the submission was lost or the verdict came at once.
    if (isProcessing || result) clear();
  }, [isProcessing, result, clear]);

  const images = capture.status === 'reviewing' && capture.missing === null ? toStepImages(capture.pictures) : null;
  const submit = 'submit' in step ? step.submit : null;
  const send = useCallback(() => {
    if (images && submit) submit(images);
  }, [images, submit]);

  return { screen: toStepScreen({ capture, step, summary }), capture, step, send };
}

function toStepImages({ front, back }: Pictures): StepImages | null {
  if (!front) return null;
  return back ? [front, back] : [front];
}
