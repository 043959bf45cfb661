import { parseErrorEnvelope } from '@stepframe/core';
import type { UpstreamAnswer } from './createUpstream.ts';
import { readJsonBody } from './readJsonBody.ts';
import { refuseAnswer } from './refuseAnswer.ts';
import { refuseOtherJourney } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';

/** Finalises the session's journey. One that is completed already counts as done. */
export async function completeJourney(
  { settings, sessions, upstream, gate, watch }: RelayContext,
  { request, requestId }: Exchange,
): Promise<Reply> {
  const { journeyId } = await sessions.verify(request);
  const body = await readJsonBody(request);
  if (typeof body === 'object' && body !== null && 'journey_id' in body && body.journey_id !== journeyId) throw refuseOtherJourney();

  const call = upstream.call({
    route: 'complete',
    requestId,
    method: 'POST',
    path: settings.paths.complete,
    body: JSON.stringify({ journey_id: journeyId }),
    contentType: 'application/json',
    signal: request.signal,
    timeoutMs: settings.upstreamTimeoutMs,
  });
  // Even a call that failed may have arrived.
  const answer = await call.finally(() => {
    gate.invalidate(journeyId);
    watch.touch(journeyId);
  });
  if (answer.isOk || (answer.status === 409 && (await isCompleted()))) {
    return { status: 200, body: { success: true, journey_id: journeyId } };
  }
  throw refuseAnswer(answer);

  /** The code of this conflict is not documented, so when it does not say, the summary decides. */
  async function isCompleted(): Promise<boolean> {
    if (saysCompleted(answer)) return true;
    const loaded = await gate.get(journeyId, { signal: request.signal }).catch(() => null);
    return loaded?.summary.isCompleted ?? false;
  }
}

function saysCompleted({ json }: UpstreamAnswer): boolean {
  return /^(journey_)?(is_)?(already_)?completed$/.test(parseErrorEnvelope(json).apiCode);
}
