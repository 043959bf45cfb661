import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { NetworkEvidence } from './createNetworkEvidence.ts';
import { mayHaveArrived } from './mayHaveArrived.ts';
import { markResendable } from './resendable.ts';
import type { SubmissionActivity } from './Submission.ts';
import { toBackOffMs, toRetryAfterMs } from './toBackOffMs.ts';
import { toStepframeError } from './toStepframeError.ts';

export interface TrySafelyOptions {
  readonly send: () => Promise<unknown>;
  /** Reads the summary: whether the API has it. */
  readonly hasArrived: (signal: AbortSignal) => Promise<boolean>;
  /** An earlier try may have arrived: the summary is read before anything is sent. */
  readonly isUncertain: boolean;
  /** Doing it twice is no different from once. */
  readonly isRepeatable: boolean;
  /** Counts a try that is followed by another one. @returns how many there were */
  readonly countFailure: () => number;
  readonly environment: JourneyEnvironment;
  readonly network: NetworkEvidence;
  readonly signal: AbortSignal;
  readonly onActivity: (activity: SubmissionActivity) => void;
}

/** How often it is sent again automatically: over a minute or so, in which a tunnel ends or a server comes back. */
const maxResends = 7;

/** Longest pause that is waited out; for a longer one the user decides. */
const maxPauseMs = 30_000;

/** How often the summary is read before the user is asked. */
const maxChecks = 4;

/**
 * Sends something that must arrive once, over a line that may lose the answer.
 *
 * The API knows no idempotency key. So only what cannot have arrived is sent again automatically (a body that did not leave whole, a refusal
 * for being too many), at most seven times, further and further apart. If it may have arrived, the summary is read; and when that does not
 * show it, the failure is thrown for the user to decide.
 *
 * Each call is one try: what is to be sent again is thrown as `isResendable`, and the caller waits (a mutation with its `retryDelay`, which
 * pauses while offline). In a hidden page, and where the offline flag was refuted, it waits here, since a mutation would pause there.
 *
 * @throws StepframeError the last failure
 */
export async function trySafely(options: TrySafelyOptions): Promise<void> {
  const { send, hasArrived, isUncertain, isRepeatable, countFailure, environment, network, signal, onActivity } = options;

  async function isThere(): Promise<boolean> {
    for (let failures = 1; ; failures += 1) {
      const isOffline = !network.hasNetwork();
      onActivity(isOffline ? 'offline' : 'checking');
      try {
        return await hasArrived(signal);
      } catch (caught) {
        signal.throwIfAborted();
        const error = toStepframeError(caught);
        if (isOffline) {
          await network.untilNetwork(signal);
          failures -= 1;
          continue;
        }
        if (!error.retryable || failures >= maxChecks || toRetryAfterMs(error) > maxPauseMs) throw error;
        await environment.sleep(toBackOffMs(failures, error, environment.random()), signal);
      }
    }
  }

  if (isUncertain && (await isThere())) return;
  for (;;) {
    onActivity(network.hasNetwork() ? 'sending' : 'offline');
    try {
      await send();
      return;
    } catch (caught) {
      const error = toStepframeError(caught);
      if (signal.aborted) throw error;
      const isUnclear = mayHaveArrived(error);
      // Without a word from the summary either, the first failure is what the user should hear of.
      if (isUnclear && (await isThere().catch(() => false))) return;
      signal.throwIfAborted();
      const isSafe = isRepeatable || !isUnclear;
      // Who waited in vain for the rest of a body asks for it again (RFC 9110, 15.5.9).
      const mayPass = error.retryable || ('status' in error && error.status === 408);
      if (!isSafe || !mayPass || toRetryAfterMs(error) > maxPauseMs) throw error;
      const failures = countFailure();
      if (failures > maxResends) throw error;
      if (environment.isVisible() && !network.isFlagRefuted()) throw markResendable(error);
      onActivity('pausing');
      await environment.sleep(toBackOffMs(failures, error, environment.random()), signal);
      if (!network.hasNetwork()) {
        onActivity('offline');
        await network.untilNetwork(signal);
      }
    }
  }
}
