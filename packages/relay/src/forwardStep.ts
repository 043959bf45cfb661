import type { StepBody } from './createStepBody.ts';
import { refuseAnswer } from './refuseAnswer.ts';
import { Refusal } from './Refusal.ts';
import type { RelayContext } from './RelayContext.ts';

export interface StepForward {
  readonly requestId: string;
  readonly journeyId: string;
  readonly body: StepBody;
  readonly contentType: string;
  readonly signal: AbortSignal;
}

/**
 * What became of a submission.
 *
 * - `taken`: the API has answered it with a 2xx.
 * - `free`: the API cannot have all of it, or refused it.
 * - `unknown`: it can have all of it, and did not say.
 */
export type StepOutcome =
  | { readonly state: 'taken'; readonly status: 200 | 201 | 202 }
  | { readonly state: 'free' | 'unknown'; readonly error: unknown };

/** Refusals that may be about an earlier sending, or come from a proxy that lost the one or the other side. */
const unclear: ReadonlySet<number> = new Set([408, 409, 499]);

/** Sends one submission on to the API. It never throws. */
export async function forwardStep(context: RelayContext, forward: StepForward): Promise<StepOutcome> {
  const { settings, upstream, gate, watch } = context;
  const { requestId, journeyId, body, contentType, signal } = forward;
  const call = upstream.call({
    route: 'processStep',
    requestId,
    method: 'POST',
    path: settings.paths.processStep,
    body: body.stream,
    contentType,
    signal,
    timeoutMs: null,
  });
  try {
    const { isOk, ...answer } = await call;
    const status = answer.status === 201 || answer.status === 202 ? answer.status : 200;
    if (isOk && body.isWhole()) return { state: 'taken', status };
    if (isOk) {
      const error = new Refusal(502, 'upstream_error', 'The verification service answered before it had the whole submission.');
      return { state: 'unknown', error };
    }
    const error = refuseAnswer({ isOk, ...answer });
    const isRefused = answer.status >= 400 && answer.status < 500;
    if (isRefused && !unclear.has(answer.status)) return { state: 'free', error: error.notArrived() };
    // Of the conflict itself nothing was taken, whatever was taken before.
    if (answer.status === 409) return { state: 'free', error };
    return settle(error);
  } catch (error) {
    return settle(error);
  } finally {
    // Even a call that failed may have arrived, so no earlier summary may stand for the journey any longer.
    gate.invalidate(journeyId);
    watch.touch(journeyId);
  }

  /** Without its closing boundary nothing can be taken for a submission. */
  function settle(error: unknown): StepOutcome {
    if (body.isWhole()) return { state: 'unknown', error };
    return { state: 'free', error: error instanceof Refusal ? error.notArrived() : error };
  }
}
