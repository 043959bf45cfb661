import type { StepframeError, StepState } from '@stepframe/core';
import type { CaptureState } from '../capture/captureReducer.ts';
import type { UseJourneySummaryResult } from '../journey/useJourneySummary.ts';

type Capturing<Status extends CaptureState['status']> = Extract<CaptureState, { status: Status }>;
type Processing<Status extends StepState['status']> = Extract<StepState, { status: Status }>;

/**
 * What a step shows, with all that screen needs to know.
 *
 * - `loading`, `unreachable`: the summary is not known yet, or cannot be read.
 * - `instructions`: nothing was begun.
 * - `camera`, `file`: a picture is to be taken or chosen, or is being prepared.
 * - `review`: the person looks at what will be sent.
 * - `uploading`, `processing`, `accepted`, `failed`: as `useProcessStep` says.
 * - `rejected`: another try is allowed. `concluded`: none is, or the journey was completed without the step.
 * - `skipped`: left out.
 */
export type StepScreen =
  | { readonly name: 'loading' }
  | { readonly name: 'unreachable'; readonly error: StepframeError; readonly retry: () => void }
  | { readonly name: 'instructions' }
  | { readonly name: 'camera' | 'file'; readonly capture: Capturing<'taking' | 'preparing'> }
  | { readonly name: 'review'; readonly capture: Capturing<'reviewing'> }
  | { readonly name: 'uploading'; readonly step: Processing<'uploading'> }
  | { readonly name: 'processing'; readonly step: Processing<'processing'> }
  | { readonly name: 'accepted'; readonly step: Processing<'accepted'> }
  | { readonly name: 'rejected'; readonly step: Processing<'rejected'> }
  | { readonly name: 'concluded'; readonly step: Processing<'rejected' | 'concluded'> }
  | { readonly name: 'skipped'; readonly step: Processing<'skipped'> }
  | { readonly name: 'failed'; readonly step: Processing<'failed'> };

export interface StepScreenInput {
  readonly capture: CaptureState;
  readonly step: StepState;
  readonly summary: UseJourneySummaryResult;
  /** Pictures from before a reload are being looked for. */
  readonly isLooking?: boolean;
}

/** The screen as a pure function of capture and submission; there is no third copy of the state. */
export function toStepScreen({ capture, step, summary, isLooking = false }: StepScreenInput): StepScreen {
  switch (step.status) {
    case 'uploading':
      return { name: 'uploading', step };
    case 'processing':
      return { name: 'processing', step };
    case 'accepted':
      return { name: 'accepted', step };
    case 'skipped':
      return { name: 'skipped', step };
    case 'concluded':
      return { name: 'concluded', step };
    case 'failed':
      return { name: 'failed', step };
    case 'rejected':
      if (!step.canRetry) return { name: 'concluded', step };
      if (capture.status !== 'idle') return toCaptureScreen(capture);
      // The new picture may have been taken before the reload already.
      return isLooking ? { name: 'loading' } : { name: 'rejected', step };
    case 'idle':
      if (capture.status !== 'idle') return toCaptureScreen(capture);
      // Before the summary is known the step may be done already: nobody should photograph a card for nothing.
      if (summary.status === 'loading' || isLooking) return { name: 'loading' };
      if (summary.status === 'failed') return { name: 'unreachable', error: summary.error, retry: summary.retry };
      return { name: 'instructions' };
    default:
      return step satisfies never;
  }
}

function toCaptureScreen(capture: Exclude<CaptureState, { status: 'idle' }>): StepScreen {
  return capture.status === 'reviewing' ? { name: 'review', capture } : { name: capture.source, capture };
}
