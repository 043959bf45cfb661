import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import { mayHaveArrived } from './mayHaveArrived.ts';
import type { SubmissionActivity } from './Submission.ts';
import { toBackOffMs, toRetryAfterMs } from './toBackOffMs.ts';
import { toStepframeError } from './toStepframeError.ts';

export interface SendSafelyOptions {
  readonly send: () => Promise<unknown>;
  /** Asks the summary anew whether the API has it. */
  readonly hasArrived: (signal: AbortSignal) => Promise<boolean>;
  /** An earlier try may have arrived: the summary is asked before anything is sent. */
  readonly isUncertain: boolean;
  /** Doing it twice is no different from once. */
  readonly isRepeatable: boolean;
  readonly environment: JourneyEnvironment;
  readonly signal: AbortSignal;
  readonly onActivity: (activity: SubmissionActivity) => void;
}

/** How often it is sent again by itself: over a minute or so, in which a tunnel ends or a server comes back. */
const maxResends = 7;

/** Longest pause that is waited out; for a longer one the person decides. */
const maxPauseMs = 30_000;

/** How often the summary is asked for before the person is. */
const maxChecks = 4;

/**
 * Sends something that must arrive once, over a line that may lose the answer.
 *
 * The API knows no idempotency key. So only what cannot have arrived is sent again by itself (a body that did not leave whole, a refusal for
 * being too many), at most seven times, further and further apart. If it may have arrived, the summary is asked; and when
 * that does not show it, the failure is thrown for the person to decide.
 *
 * @throws StepframeError the last failure
 */
export async function sendSafely(options: SendSafelyOptions): Promise<void> {
  const { send, hasArrived, isUncertain, isRepeatable, environment, signal, onActivity } = options;

  async function untilOnline(): Promise<void> {
    if (environment.isOnline()) return;
    onActivity('offline');
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!environment.isOnline() && !signal.aborted) return;
        unwatch();
        signal.removeEventListener('abort', look);
        if (signal.aborted) reject(signal.reason);
        else resolve();
      };
      const unwatch = environment.watch(look);
      signal.addEventListener('abort', look);
    });
  }

  async function isThere(): Promise<boolean> {
    for (let failures = 1; ; failures += 1) {
      await untilOnline();
      onActivity('checking');
      try {
        return await hasArrived(signal);
      } catch (caught) {
        signal.throwIfAborted();
        const error = toStepframeError(caught);
        if (!error.retryable || failures >= maxChecks || toRetryAfterMs(error) > maxPauseMs) throw error;
        await environment.sleep(toBackOffMs(failures, error, environment.random()), signal);
      }
    }
  }

  if (isUncertain && (await isThere())) return;
  for (let failures = 1; ; failures += 1) {
    await untilOnline();
    onActivity('sending');
    try {
      await send();
      return;
    } catch (caught) {
      const error = toStepframeError(caught);
      if (signal.aborted) throw error;
      const isUnclear = mayHaveArrived(error);
      // Without a word from the summary either, the first failure is what the person should hear of.
      if (isUnclear && (await isThere().catch(() => false))) return;
      signal.throwIfAborted();
      const isSafe = isRepeatable || !isUnclear;
      // Who waited in vain for the rest of a body asks for it again (RFC 9110, 15.5.9).
      const mayPass = error.retryable || ('status' in error && error.status === 408);
      if (!isSafe || !mayPass || failures > maxResends || toRetryAfterMs(error) > maxPauseMs) throw error;
      onActivity('pausing');
      await environment.sleep(toBackOffMs(failures, error, environment.random()), signal);
    }
  }
}
