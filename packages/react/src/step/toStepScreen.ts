import type { CaptureState } from '../capture/captureReducer.ts';
import type { ProcessStep } from '../journey/useProcessStep.ts';
import type { UseJourneySummaryResult } from '../journey/useJourneySummary.ts';

/** What a step shows: one name per screen. */
export type StepScreen =
  | 'loading'
  | 'unreachable'
  | 'instructions'
  | 'camera'
  | 'file'
  | 'preparing'
  | 'review'
  | 'uploading'
  | 'processing'
  | 'accepted'
  | 'rejected'
  | 'failed';

export interface StepScreenInput {
  readonly capture: CaptureState;
  readonly step: ProcessStep;
  readonly summaryStatus: UseJourneySummaryResult['status'];
}

/** The screen as a pure function of capture and submission; there is no third copy of the state. */
export function toStepScreen({ capture, step, summaryStatus }: StepScreenInput): StepScreen {
  switch (step.status) {
    case 'uploading':
    case 'processing':
    case 'accepted':
    case 'failed':
      return step.status;
    case 'rejected':
      return capture.status === 'idle' ? 'rejected' : toCaptureScreen(capture);
    case 'idle':
      // Before the summary is known the step may be done already: nobody should photograph a card for nothing.
      if (summaryStatus === 'loading') return 'loading';
      if (summaryStatus === 'failed' && capture.status === 'idle') return 'unreachable';
      return toCaptureScreen(capture);
    default:
      return step satisfies never;
  }
}

function toCaptureScreen(capture: CaptureState): StepScreen {
  switch (capture.status) {
    case 'idle':
      return 'instructions';
    case 'taking':
      return capture.source;
    case 'preparing':
      return 'preparing';
    case 'reviewing':
      return 'review';
    default:
      return capture satisfies never;
  }
}
