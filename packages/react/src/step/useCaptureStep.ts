'use client';

import { type AdditionalData, findStepResult, type StepImages, type StepState, type SubmissionSides } from '@stepframe/core';
import { useCallback, useEffect } from 'react';
import type { Pictures } from '../capture/captureReducer.ts';
import { type Capture, useCapture, type UseCaptureOptions } from '../capture/useCapture.ts';
import { useProcessStep } from '../journey/useProcessStep.ts';
import { useJourneySummary } from '../journey/useJourneySummary.ts';
import { toCaptureFacts } from './toCaptureFacts.ts';
import { type StepScreen, toStepScreen } from './toStepScreen.ts';
import { useKeptPictures } from './useKeptPictures.ts';

/** A step from the first picture to the verdict: the one place where pixels and network meet. */
export interface CaptureStep {
  /** What to show; derived from the two below. */
  readonly screen: StepScreen;
  readonly capture: Capture;
  readonly step: StepState;
  /** Sends the pictures under review; does nothing while one is missing or the step takes none. */
  readonly send: () => void;
}

/** How a step is captured and submitted. */
export interface UseCaptureStepOptions extends UseCaptureOptions {
  /** Whether the flow lets the person leave the step out. Default `false`. */
  readonly isOptional?: boolean | undefined;
  /** Whether both sides of a document go in one call or each in its own; the API's documents show both. Default `together`. */
  readonly submitSides?: SubmissionSides | undefined;
  /** Sent with the pictures. */
  readonly additionalData?: AdditionalData | undefined;
  /** Whether how the pictures came about is sent with them, as `capture`; see `CaptureFacts`. Default `false`. */
  readonly captureFacts?: boolean | undefined;
}

/**
 * Captures and submits one step.
 *
 * @param stepId Id of the step as Flow Builder shows it, such as `"0"`.
 */
export function useCaptureStep(stepId: string, options: UseCaptureStepOptions = {}): CaptureStep {
  const { isOptional, submitSides, additionalData, captureFacts = false, ...captureOptions } = options;
  const capture = useCapture(captureOptions);
  const step = useProcessStep(stepId, { isOptional, sides: submitSides });
  const summary = useJourneySummary();
  const { isLooking, earlierKey } = useKeptPictures(stepId, capture, step, summary.status === 'ready' ? summary.summary : null);

  const { clear } = capture;
  const isProcessing = step.status === 'processing';
  const result = summary.status === 'ready' ? findStepResult(summary.summary, stepId) : null;
  useEffect(() => {
    // Taken by the API: the pictures are no longer ours to keep, and another try begins afresh. A new word of the summary
    // says so too, when the answer to the submission was lost or the verdict came at once.
    if (isProcessing || result) clear();
  }, [isProcessing, result, clear]);

  const pictures = capture.status === 'reviewing' && capture.missing === null ? capture.pictures : null;
  const submit = 'submit' in step ? step.submit : null;
  const send = useCallback(() => {
    const images = pictures && toStepImages(pictures);
    if (!images || !submit) return;
    submit(images, { earlierKey, additionalData: captureFacts ? { ...additionalData, ...toCaptureFacts(pictures) } : additionalData });
  }, [pictures, submit, earlierKey, additionalData, captureFacts]);

  return { screen: toStepScreen({ capture, step, summary, isLooking }), capture, step, send };
}

function toStepImages({ front, back }: Pictures): StepImages | null {
  if (!front) return null;
  return back ? [front, back] : [front];
}
