import type { JourneyClient } from '../client/createJourneyClient.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import { toVerdict } from '../verdict/toVerdict.ts';
import type { AnswerLookout } from './createAnswerLookout.ts';
import type { NetworkEvidence } from './createNetworkEvidence.ts';
import { findStepResult } from './findStepResult.ts';
import type { Flight } from './Flight.ts';
import type { StepImages } from './Submission.ts';
import { trySafely } from './trySafely.ts';

export interface SendFlightOptions {
  readonly client: Pick<JourneyClient, 'processStep' | 'keepsKeys'>;
  readonly journeyId: string;
  readonly stepId: string;
  readonly flight: Flight;
  /** Something may have arrived for the step that the summary did not show yet. */
  readonly isUncertain: boolean;
  /** Reads the summary as of now. */
  readonly readNow: () => Promise<JourneySummary>;
  /** A call has ended: what was read before may be older. */
  readonly onCallEnd: () => void;
  readonly answers: AnswerLookout;
  readonly environment: JourneyEnvironment;
  readonly network: NetworkEvidence;
  /** Told what has become of it. */
  readonly change: (changes: Partial<Flight>) => void;
}

/**
 * Tries to send a submission, both sides in one call or one after the other, and resolves with the status of the last answer when the API has
 * all of it (200 where the summary showed that it has).
 *
 * @throws StepframeError when it did not arrive, or when nobody can say whether it did; see `isResendable`
 */
export async function sendFlight(options: SendFlightOptions): Promise<number> {
  const { client, journeyId, stepId, flight, readNow, onCallEnd, answers, environment, network, change } = options;
  const { images, additionalData, abort } = flight;
  const { key, action, sides, isAgain, isConfirmed } = flight.handle;
  const { signal } = abort;
  const isSkip = action === 'skip';
  const calls = images?.[1] && sides === 'separate' ? images.map((image) => [image] as const) : [images];
  let { before, failures } = flight;
  let isUncertain = options.isUncertain || before === undefined || (isAgain && failures === 0);
  let status = 200;

  async function hasArrived(): Promise<boolean> {
    const summary = await readNow();
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
      change({ progress: (index + share) / calls.length, ...(share > 0 && { phase: { status: 'in-flight', activity: 'sending' } }) });
    };
    const [image, image2] = call ?? [];
    const sent = client
      .processStep(
        isSkip || !image ? { journeyId, stepId, skip: true, additionalData } : { journeyId, stepId, image, image2, additionalData },
        {
          signal: stop.signal,
          onProgress,
          key: calls.length > 1 ? `${key}.${index + 1}` : key,
          again: isAgain,
          confirmed: isConfirmed,
        },
      )
      .finally(onCallEnd);
    try {
      // With sides in calls of their own, what moves may be the other side.
      const receipt = await (calls.length > 1 ? sent : Promise.race([sent, answers.watch(stepId, () => progress >= 1, stop.signal)]));
      status = receipt?.status ?? 200;
    } finally {
      signal.removeEventListener('abort', follow);
      stop.abort();
      // What is read from here on is younger than the call. A client of the host's own may go on with it for long.
      await Promise.race([sent, environment.sleep(0, signal)]).catch(() => undefined);
    }
  }

  for (const [index, call] of calls.entries()) {
    if (index < flight.takenCalls) continue;
    await trySafely({
      send: () => send(call, index),
      hasArrived,
      isUncertain,
      isRepeatable: isSkip || client.keepsKeys === true,
      countFailure() {
        failures += 1;
        change({ failures });
        return failures;
      },
      environment,
      network,
      signal,
      onActivity: (activity) => change({ phase: { status: 'in-flight', activity } }),
    });
    change({ takenCalls: index + 1 });
    isUncertain = false;
    failures = 0;
    if (index + 1 < calls.length) {
      before = findStepResult(await readNow(), stepId);
      change({ before, failures });
    }
  }
  return status;
}
