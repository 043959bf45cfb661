import type { JourneyClient } from '../client/createJourneyClient.ts';
import { toVerdict } from '../verdict/toVerdict.ts';
import type { AnswerWatch } from './createAnswerWatch.ts';
import type { SummaryFeed } from './createSummaryFeed.ts';
import { findStepResult } from './findStepResult.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import { sendSafely } from './sendSafely.ts';
import type { StepImages, Submission } from './Submission.ts';

export interface SendSubmissionOptions {
  readonly client: Pick<JourneyClient, 'processStep' | 'keepsKeys'>;
  readonly journeyId: string;
  readonly stepId: string;
  readonly submission: Submission;
  /** The person said to send it again. */
  readonly isConfirmed: boolean;
  /** Something may have arrived for the step that the summary did not show yet. */
  readonly isUncertain: boolean;
  readonly feed: SummaryFeed;
  readonly answers: AnswerWatch;
  readonly environment: JourneyEnvironment;
  /** Told what has become of it. */
  readonly change: (changes: Partial<Submission>) => void;
}

/**
 * Sends a submission, both sides in one call or one after the other, and resolves when the API has all of it.
 *
 * @throws StepframeError when it did not arrive, or when nobody can say whether it did
 */
export async function sendSubmission(options: SendSubmissionOptions): Promise<void> {
  const { client, journeyId, stepId, submission, isConfirmed, feed, answers, environment, change } = options;
  const { images, isSkip, sides, additionalData, key, isAgain, abort } = submission;
  const { signal } = abort;
  const calls = images?.[1] && sides === 'separate' ? images.map((image) => [image] as const) : [images];
  let { before } = submission;
  let isUncertain = options.isUncertain || isAgain || before === undefined;

  async function hasArrived(): Promise<boolean> {
    const { summary } = await feed.refresh(signal);
    const now = findStepResult(summary, stepId);
    const verdict = toVerdict(summary, stepId);
    // With these pictures or with another tab's: nothing more is taken now, and its verdict says what is wanted next.
    if (isUncertain && calls.length === 1 && verdict.status === 'processing') return true;
    if (now === before) return false;
    // Nothing is there of a step that is open: it was opened again. And what moved may be an earlier try with other pictures, whose
    // verdict asks for these.
    const isAsked = verdict.status === 'rejected' && verdict.canRetry;
    const isNotIt = before === undefined || verdict.status === 'open' || (isUncertain && !isConfirmed && isAsked);
    if (isNotIt) {
      before = now;
      change({ before });
    }
    return !isNotIt;
  }

  async function send(call: StepImages | readonly [StepImages[0] | undefined] | null, index: number): Promise<void> {
    isUncertain = false;
    const stop = new AbortController();
    const follow = (): void => stop.abort();
    signal.addEventListener('abort', follow);
    let progress = 0;
    const onProgress = (share: number): void => {
      progress = share;
      change({ progress: (index + share) / calls.length });
    };
    const [image, image2] = call ?? [];
    const sent = client.processStep(
      isSkip || !image ? { journeyId, stepId, skip: true, additionalData } : { journeyId, stepId, image, image2, additionalData },
      {
        signal: stop.signal,
        onProgress,
        key: calls.length > 1 ? `${key}.${index + 1}` : key,
        again: isAgain,
        confirmed: isConfirmed,
      },
    );
    try {
      // With sides in calls of their own, what moves may be the other side.
      await (calls.length > 1 ? sent : Promise.race([sent, answers.watch(stepId, () => progress >= 1, stop.signal)]));
    } finally {
      signal.removeEventListener('abort', follow);
      stop.abort();
      sent.catch(() => undefined);
    }
  }

  for (const [index, call] of calls.entries()) {
    if (index < submission.takenCalls) continue;
    await sendSafely({
      send: () => send(call, index),
      hasArrived,
      isUncertain,
      isRepeatable: isSkip || client.keepsKeys === true,
      environment,
      signal,
      onActivity: (activity) => change({ phase: { status: 'under-way', activity } }),
    });
    change({ takenCalls: index + 1 });
    isUncertain = false;
    if (index + 1 < calls.length) before = findStepResult((await feed.refresh(signal)).summary, stepId);
  }
}
