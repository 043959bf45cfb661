import { createStepBody } from './createStepBody.ts';
import { createStepRewriter, overheadBytes } from './createStepRewriter.ts';
import { createWatchdog } from './createWatchdog.ts';
import { drainBody } from './drainBody.ts';
import { readBoundary } from './readBoundary.ts';
import { refuseAnswer } from './refuseAnswer.ts';
import { Refusal, refuseGoneClient, refuseLate, refuseTooLarge } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import { untilStopped } from './untilStopped.ts';

/** Longest time a refused upload is read to its end, so that the browser sees the refusal. */
const drainTimeoutMs = 10_000;

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Lets one submission through to the API as it comes in, without ever holding a picture. */
export async function processStep(context: RelayContext, exchange: Exchange): Promise<Reply> {
  const { request } = exchange;
  const reader: BodyReader | undefined = request.body?.getReader();
  try {
    return await submit(context, exchange, reader);
  } catch (error) {
    if (reader && !request.signal.aborted && !isStalled(error)) {
      await drainBody(reader, { maxBytes: context.settings.maxBytes + overheadBytes, timeoutMs: drainTimeoutMs });
    }
    throw error;
  }
}

async function submit(
  { settings, sessions, upstream, gate }: RelayContext,
  exchange: Exchange,
  reader: BodyReader | undefined,
): Promise<Reply> {
  const { request, requestId } = exchange;
  const { journeyId } = await sessions.verify(request);
  const boundary = readBoundary(request.headers.get('content-type') ?? '');
  if (Number(request.headers.get('content-length') ?? 0) > settings.maxBytes + overheadBytes) throw refuseTooLarge();
  if (!reader) throw new Refusal(400, 'invalid_multipart', 'The body is empty.');

  const stop = new AbortController();
  const leave = (): void => stop.abort(refuseGoneClient());
  request.signal.addEventListener('abort', leave, { once: true });
  if (request.signal.aborted) leave();
  let waitingFor: 'browser' | 'api' = 'browser';
  const watchdog = createWatchdog(settings.upstreamTimeoutMs, () => stop.abort(waitingFor === 'api' ? refuseLate() : refuseStalled()));
  const rewriter = createStepRewriter({ boundary, journeyId, skipField: settings.skipField, maxBytes: settings.maxBytes });
  const body = createStepBody({
    reader,
    rewriter,
    onFail: (refusal) => stop.abort(refusal),
    onTurn(next) {
      waitingFor = next;
      watchdog.touch();
    },
  });

  try {
    await untilStopped(body.open(), stop.signal);
    const call = upstream.call({
      route: 'processStep',
      requestId,
      method: 'POST',
      path: settings.paths.processStep,
      body: body.stream,
      contentType: rewriter.contentType,
      signal: stop.signal,
      timeoutMs: null,
    });
    // Even a call that failed may have arrived, so no earlier summary may stand for the journey any longer.
    const answer = await call.finally(() => gate.invalidate(journeyId));
    if (!answer.isOk) throw refuseAnswer(answer);
    if (!body.isWhole()) throw new Refusal(502, 'upstream_error', 'The verification service answered before it had the whole submission.');
    return { status: answer.status === 201 || answer.status === 202 ? answer.status : 200, body: { success: true, journey_id: journeyId } };
  } finally {
    watchdog.stop();
    request.signal.removeEventListener('abort', leave);
  }
}

const stalledCode = 'upload_stalled';

function isStalled(error: unknown): boolean {
  return error instanceof Refusal && error.errorCode === stalledCode;
}

function refuseStalled(): Refusal {
  return new Refusal(408, stalledCode, 'The upload stopped half-way. Send it again.');
}
