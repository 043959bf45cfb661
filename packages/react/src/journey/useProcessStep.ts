'use client';

import { type AdditionalData, type StepframeError, toVerdict, type UserFeedback, type Verdict } from '@stepframe/core';
import { type MutationState, useMutation, useMutationState } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';
import { findStepResult } from './findStepResult.ts';
import { findSubmissions } from './findSubmissions.ts';
import { journeyKeys } from './journeyKeys.ts';
import { sendOnce } from './sendOnce.ts';
import { createProgress, holdPictures, type StepImages, type Submission, type TimedReceipt } from './submission.ts';
import type { SummaryReading } from './summaryQuery.ts';
import { toStepframeError } from './toStepframeError.ts';
import { useJourneySummary, type UseJourneySummaryResult } from './useJourneySummary.ts';

/** Sends pictures for the step. */
export type SubmitStep = (images: StepImages, options?: { readonly additionalData?: AdditionalData | undefined }) => void;

/**
 * Where a step stands, and what can be done with it there: an action that makes no sense is not there.
 *
 * - `idle`: nothing submitted; `submit` sends pictures.
 * - `uploading`: `progress` is the share that has left, 0 to 1; `cancel` stops it and goes back.
 * - `processing`: the API has the pictures, no verdict yet; `error` is set while it cannot be asked.
 * - `accepted`: done.
 * - `rejected`: `feedback` says why; with `canRetry`, `submit` sends new pictures.
 * - `failed`: no answer, or a refusal; the pictures are kept. `retry` sends them again, `reset` lets them go.
 */
export type ProcessStep =
  | { readonly status: 'idle'; readonly submit: SubmitStep }
  | { readonly status: 'uploading'; readonly progress: number; readonly cancel: () => void }
  | { readonly status: 'processing'; readonly error: StepframeError | null }
  | { readonly status: 'accepted' }
  | { readonly status: 'rejected'; readonly feedback: UserFeedback; readonly canRetry: true; readonly submit: SubmitStep }
  | { readonly status: 'rejected'; readonly feedback: UserFeedback; readonly canRetry: false }
  | {
      readonly status: 'failed';
      readonly error: StepframeError;
      readonly retryable: true;
      readonly retry: () => void;
      readonly reset: () => void;
    }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly retryable: false; readonly reset: () => void };

type SubmissionState = MutationState<TimedReceipt, Error, Submission>;

const neverChanges = () => () => {};

/**
 * Submits one step and follows it to its verdict.
 *
 * Components that name the same step share its state. Nothing is sent twice by itself: after a failure `retry`
 * waits for the person's word.
 *
 * @param stepId Id of the step as Flow Builder shows it, such as `"0"`.
 */
export function useProcessStep(stepId: string): ProcessStep {
  const { client, journeyId, queryClient } = useStepframe();
  const summary = useJourneySummary();
  const mutationKey = journeyKeys.step(journeyId, stepId);

  const { mutate } = useMutation<TimedReceipt, Error, Submission>(
    {
      mutationKey,
      mutationFn: async (submission) => {
        const { additionalData, abort, progress } = submission;
        const images = submission.pictures.hold();
        if (!images) throw new Error('Stepframe: the submission was cancelled before it was sent.');
        const [image, image2] = images;
        const step = { journeyId, stepId, image, image2, additionalData };
        const receipt = await client.processStep(step, { signal: abort.signal, onProgress: progress.set });
        submission.pictures.release();
        return { ...receipt, receivedAtMs: performance.now() };
      },
      ...sendOnce(queryClient, journeyId),
    },
    queryClient,
  );
  const latest = useMutationState(
    { filters: { mutationKey, exact: true }, select: ({ state }) => state as SubmissionState },
    queryClient,
  ).at(-1);

  /** Forgets how earlier tries ended, and lets their pictures go. */
  const reset = useCallback(() => {
    for (const mutation of findSubmissions(queryClient, journeyKeys.step(journeyId, stepId))) {
      if (mutation.state.status === 'pending') continue;
      mutation.state.variables?.pictures.release();
      queryClient.getMutationCache().remove(mutation);
    }
  }, [queryClient, journeyId, stepId]);

  const submit = useCallback<SubmitStep>(
    (images, { additionalData } = {}) => {
      const earlier = findSubmissions(queryClient, journeyKeys.step(journeyId, stepId));
      // A double click, or two components with one step, must not send twice.
      if (earlier.some(({ state }) => state.status === 'pending')) return;
      reset();
      const before = queryClient.getQueryData<SummaryReading>(journeyKeys.summary(journeyId))?.summary;
      mutate({
        pictures: holdPictures(images),
        additionalData,
        abort: new AbortController(),
        progress: createProgress(),
        hasArrived: (after) => before !== undefined && findStepResult(after, stepId) !== findStepResult(before, stepId),
      });
    },
    [mutate, reset, queryClient, journeyId, stepId],
  );

  const progress = useSyncExternalStore(
    latest?.variables?.progress.subscribe ?? neverChanges,
    latest?.variables?.progress.get ?? zero,
    zero,
  );

  return toProcessStep({ summary, stepId, latest, progress, submit, reset });
}

const zero = () => 0;

interface StepSituation {
  readonly summary: UseJourneySummaryResult;
  readonly stepId: string;
  readonly latest: SubmissionState | undefined;
  readonly progress: number;
  readonly submit: SubmitStep;
  readonly reset: () => void;
}

function toProcessStep({ summary, stepId, latest, progress, submit, reset }: StepSituation): ProcessStep {
  const submission = latest?.variables;
  if (latest?.status === 'pending' && submission) {
    const cancel = () => {
      submission.abort.abort();
      submission.pictures.release();
    };
    return { status: 'uploading', progress, cancel };
  }
  const receivedAtMs = latest?.data?.receivedAtMs ?? 0;
  if (latest?.status === 'success' && (summary.status !== 'ready' || summary.askedAtMs < receivedAtMs)) {
    return whileProcessing(summary, reset);
  }
  const verdict: Verdict = summary.status === 'ready' ? toVerdict(summary.summary, stepId) : { status: 'open' };
  if (verdict.status === 'processing') return whileProcessing(summary, reset);
  if (verdict.status === 'accepted') return { status: 'accepted' };
  const hasArrived = summary.status === 'ready' && submission?.hasArrived(summary.summary);
  if (latest?.status === 'error' && submission && !submission.abort.signal.aborted && !hasArrived) {
    const error = toStepframeError(latest.error);
    if (!error.retryable) return { status: 'failed', error, retryable: false, reset };
    const retry = () => {
      const images = submission.pictures.hold();
      // They are gone when the person pressed twice, or when a host kept the action for later.
      if (images) submit(images, { additionalData: submission.additionalData });
    };
    return { status: 'failed', error, retryable: true, retry, reset };
  }
  if (verdict.status === 'rejected') {
    const { feedback } = verdict;
    return verdict.canRetry ? { status: 'rejected', feedback, canRetry: true, submit } : { status: 'rejected', feedback, canRetry: false };
  }
  return { status: 'idle', submit };
}

/** Taken and not settled; a poll that cannot succeed any more (a session that expired) ends the waiting. */
function whileProcessing(summary: UseJourneySummaryResult, reset: () => void): ProcessStep {
  const error = summary.status === 'loading' ? null : summary.error;
  return error && !error.retryable ? { status: 'failed', error, retryable: false, reset } : { status: 'processing', error };
}
