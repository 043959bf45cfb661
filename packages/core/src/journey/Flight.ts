import type { Receipt } from '../contract/step.ts';
import type { StepResult } from '../contract/summary.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import type { StepImages, SubmissionActivity } from './Submission.ts';
import type { SubmissionContent, SubmissionHandle } from './SubmissionHandle.ts';

/**
 * A submission as the connection knows it: its pictures, what has left, and whether it was taken. A new object with every change.
 */
export interface Flight extends SubmissionContent {
  readonly handle: SubmissionHandle;
  /** `null` for a step that is skipped, and once the summary shows that the API has them. */
  readonly images: StepImages | null;
  /** Ends it. */
  readonly abort: AbortController;
  /** What the summary said of the step before; another word since shows that it arrived. `undefined` when that is not known yet. */
  readonly before: StepResult | null | undefined;
  /** Calls of this submission that the API has taken. */
  readonly takenCalls: number;
  /** Tries that failed and were followed by another one. */
  readonly failures: number;
  /** Share that has left, 0 to 1. */
  readonly progress: number;
  readonly phase:
    | { readonly status: 'in-flight'; readonly activity: SubmissionActivity }
    /** The API has it, since `atMs` of the journey's clock; readings of the first `asks` requests do not show it. */
    | { readonly status: 'submitted'; readonly atMs: number; readonly asks: number; readonly receipt: Receipt }
    /** It was answered as taken, and the summary does not show it. */
    | { readonly status: 'doubted'; readonly error: StepframeError }
    /** It failed, and is not sent again automatically. */
    | { readonly status: 'ended' }
    /** The first of two sides is there, and the other one was let go. */
    | { readonly status: 'partial' };
}

/** Whether the API has the first of two sides and not the other one: until it comes, the summary says that the step is being processed. */
export function isHalfSent({ takenCalls, phase }: Flight): boolean {
  return phase.status === 'partial' || (phase.status === 'ended' && takenCalls > 0);
}

/** Whether it was tried without a network, and waits for one. */
export const isOffline = (flight: Flight | undefined): boolean =>
  flight?.phase.status === 'in-flight' && flight.phase.activity === 'offline';
