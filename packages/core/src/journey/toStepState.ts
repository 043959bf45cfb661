import type { AdditionalData } from '../contract/step.ts';
import type { UserFeedback } from '../contract/summary.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { toVerdict, type Verdict } from '../verdict/toVerdict.ts';
import { isHalf, type StepImages, type Submission, type SubmissionActivity } from './Submission.ts';
import type { SummaryState } from './SummaryState.ts';

/** Sends pictures for the step. */
export type SubmitStep = (images: StepImages, options?: SubmitStepOptions) => void;

export interface SubmitStepOptions {
  readonly additionalData?: AdditionalData | undefined;
  /** Key under which these very pictures were sent before the page was loaded: they may have arrived, so that is looked for first. */
  readonly earlierKey?: string | undefined;
}

/** Leaving a step out; there only where the step is optional. */
export interface MaySkip {
  readonly skip?: () => void;
}

/**
 * Where a step stands, and what can be done with it there: an action that makes no sense is not there.
 *
 * - `idle`: nothing submitted; `submit` sends pictures, `skip` leaves an optional step out.
 * - `uploading`: `progress` is the share that has left, 0 to 1, `activity` what it is doing or waiting for; `cancel` stops it and goes back.
 * - `processing`: the API has the pictures, no verdict yet; `error` is set while it cannot be asked.
 * - `accepted`: done.
 * - `rejected`: `feedback` says why; with `canRetry`, `submit` sends new pictures.
 * - `skipped`: left out.
 * - `concluded`: the journey was completed without this step; nothing can be sent any more.
 * - `failed`: no answer, or a refusal; the pictures are kept. `retry` sends them again (after a look at the summary, in case they did arrive), `reset` lets them go.
 */
export type StepState =
  | ({ readonly status: 'idle'; readonly submit: SubmitStep } & MaySkip)
  | {
      readonly status: 'uploading';
      readonly progress: number;
      readonly activity: SubmissionActivity;
      /** Names this submission, to know it again after a reload. */
      readonly key: string;
      readonly cancel: () => void;
    }
  | { readonly status: 'processing'; readonly error: StepframeError | null }
  | { readonly status: 'accepted' }
  | ({ readonly status: 'rejected'; readonly feedback: UserFeedback; readonly canRetry: true; readonly submit: SubmitStep } & MaySkip)
  | { readonly status: 'rejected'; readonly feedback: UserFeedback; readonly canRetry: false }
  | { readonly status: 'skipped' }
  | { readonly status: 'concluded' }
  | {
      readonly status: 'failed';
      readonly error: StepframeError;
      readonly retryable: true;
      readonly retry: () => void;
      readonly reset: () => void;
    }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly retryable: false; readonly reset: () => void };

/** What a person can do with a step, whatever it is doing. */
export interface StepActions {
  readonly submit: SubmitStep;
  /** Absent for a step that is mandatory. */
  readonly skip?: (() => void) | undefined;
  readonly cancel: () => void;
  readonly retry: () => void;
  readonly reset: () => void;
  /** Reads the summary anew. */
  readonly refresh: () => void;
}

/** The state of one step, from its last submission and the summary. Pure. */
export function toStepState(
  stepId: string,
  submission: Submission | undefined,
  summary: SummaryState,
  { submit, skip, cancel, retry, reset, refresh }: StepActions,
): StepState {
  const maySkip: MaySkip = skip ? { skip } : {};
  const phase = submission?.phase;
  if (submission && phase?.status === 'under-way') {
    return { status: 'uploading', progress: submission.progress, activity: phase.activity, key: submission.key, cancel };
  }
  const isUnknown = phase?.status === 'taken' && !(summary.status === 'ready' && summary.ask > phase.asks && !submission?.images);
  const verdict: Verdict = summary.status === 'ready' ? toVerdict(summary.summary, stepId) : { status: 'open' };
  const awaitsSide = submission !== undefined && isHalf(submission);
  if (isUnknown || (verdict.status === 'processing' && !awaitsSide)) {
    const error = summary.status === 'loading' ? null : summary.error;
    // It will not be read by itself any more (a session that is over), so the person has to have a way on.
    return error && !error.retryable
      ? { status: 'failed', error, retryable: true, retry: refresh, reset: refresh }
      : { status: 'processing', error };
  }
  if (verdict.status === 'accepted' || verdict.status === 'skipped') return verdict;
  if (phase?.status === 'failed') {
    const { error } = phase;
    // A session that is over can be had anew by signing in, and an outcome that nobody knows waits for the person's word.
    return error.retryable || awaitsSide || error.code === 'request/session-expired' || error.code === 'request/outcome-unknown'
      ? { status: 'failed', error, retryable: true, retry, reset }
      : { status: 'failed', error, retryable: false, reset };
  }
  if (submission?.isSkip) return { status: 'skipped' };
  if (verdict.status === 'rejected') {
    const { feedback, canRetry } = verdict;
    return canRetry ? { status: 'rejected', feedback, canRetry, submit, ...maySkip } : { status: 'rejected', feedback, canRetry };
  }
  return summary.status === 'ready' && summary.summary.isCompleted ? { status: 'concluded' } : { status: 'idle', submit, ...maySkip };
}
