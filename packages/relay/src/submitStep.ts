import { createStepBody, type StepBody } from './createStepBody.ts';
import { createStepRewriter, overheadBytes } from './createStepRewriter.ts';
import { unknownCode } from './createSubmissions.ts';
import { createWatchdog } from './createWatchdog.ts';
import { forwardStep, type StepOutcome } from './forwardStep.ts';
import { readBoundary } from './readBoundary.ts';
import { readSubmissionKey } from './readSubmissionKey.ts';
import { Refusal, refuseGoneClient, refuseLate, refuseTooLarge } from './Refusal.ts';
import type { Exchange, RelayContext } from './RelayContext.ts';
import { untilStopped } from './untilStopped.ts';

/** A browser that has sent nothing for this long lost its network, when it begins anew on another connection. */
const stalledMs = 3_000;

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Checks one submission, waits for its turn when it has a key, and forwards it; or finds how it was answered before.
 *
 * @throws Refusal when the API cannot have it, because nothing was forwarded, or when that is not known
 */
export async function submitStep(
  context: RelayContext,
  { request, requestId }: Exchange,
  reader: BodyReader | undefined,
): Promise<{ readonly journeyId: string; readonly outcome: StepOutcome }> {
  const { settings, sessions, submissions, now } = context;
  const stop = new AbortController();
  let body: StepBody | null = null;
  let waitingFor: 'browser' | 'api' = 'browser';
  let movedAt = now();
  const watch = () => createWatchdog(settings.upstreamTimeoutMs, () => stop.abort(waitingFor === 'api' ? refuseLate() : refuseStalled()));
  let watchdog = watch();
  let key: string | null = null;
  const leave = (): void => {
    // What is all here is seen through, so that the answer is known when the browser asks again.
    if (key === null || !body?.isRead()) stop.abort(refuseGoneClient());
  };
  request.signal.addEventListener('abort', leave, { once: true });

  try {
    const { journeyId } = await sessions.verify(request);
    const boundary = readBoundary(request.headers.get('content-type') ?? '');
    const submission = readSubmissionKey(request);
    key = submission.key;
    if (Number(request.headers.get('content-length') ?? 0) > settings.maxBytes + overheadBytes) throw refuseTooLarge();
    if (!reader) throw new Refusal(400, 'invalid_multipart', 'The body is empty.');
    if (request.signal.aborted) leave();

    const rewriter = createStepRewriter({ boundary, journeyId, skipField: settings.skipField, maxBytes: settings.maxBytes });
    body = createStepBody({
      reader,
      rewriter,
      onFail: (refusal) => stop.abort(refusal),
      onTurn(next) {
        waitingFor = next;
        movedAt = now();
        watchdog.touch();
      },
    });
    await untilStopped(body.open(), stop.signal);
    const forward = { requestId, journeyId, body, contentType: rewriter.contentType, signal: stop.signal };
    if (key === null) return { journeyId, outcome: await forwardStep(context, forward) };

    // The one before it, if there is one, is watched itself.
    watchdog.stop();
    const admission = await submissions.enter([journeyId, rewriter.stepId(), key].join('\n'), {
      retry: submission.retry,
      signal: stop.signal,
      flight: {
        isStalled: () => waitingFor === 'browser' && now() - movedAt >= stalledMs,
        stop: () => stop.abort(refuseStalled()),
      },
    });
    if (admission.replay !== null) return { journeyId, outcome: { state: 'taken', status: admission.replay } };
    watchdog = watch();
    const outcome = await forwardStep(context, forward);
    await admission.settle(outcome.state === 'taken' ? outcome : { state: outcome.state });
    return { journeyId, outcome };
  } catch (error) {
    throw error instanceof Refusal && error.errorCode !== unknownCode ? error.notArrived() : error;
  } finally {
    watchdog.stop();
    request.signal.removeEventListener('abort', leave);
  }
}

export const stalledCode = 'upload_stalled';

function refuseStalled(): Refusal {
  return new Refusal(408, stalledCode, 'The upload stopped half-way. Send it again.');
}
