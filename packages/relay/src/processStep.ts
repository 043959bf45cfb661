import { overheadBytes } from './createStepRewriter.ts';
import { unknownCode } from './createSubmissions.ts';
import { drainBody } from './drainBody.ts';
import { Refusal } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import { stalledCode, submitStep } from './submitStep.ts';

/** Longest time a refused upload is read to its end, so that the browser sees the refusal. */
const refusedDrainMs = 10_000;

/** The same for one whose past is known, or known to be unknown: unless that is heard, the browser sends it yet again. */
const answeredDrainMs = 180_000;

/**
 * Lets one submission through to the API as it comes in, without ever holding a picture. One that comes with an
 * `Idempotency-Key` is forwarded once, however often it is sent.
 */
export async function processStep(context: RelayContext, exchange: Exchange): Promise<Reply> {
  const { request } = exchange;
  const reader = request.body?.getReader();
  const drain = async (timeoutMs: number): Promise<void> => {
    const maxBytes = context.settings.maxBytes + overheadBytes;
    if (reader && !request.signal.aborted) await drainBody(reader, { maxBytes, timeoutMs });
  };

  try {
    const { journeyId, outcome } = await submitStep(context, exchange, reader);
    if (outcome.state !== 'taken') throw outcome.error;
    await drain(answeredDrainMs);
    return { status: outcome.status, body: { success: true, journey_id: journeyId } };
  } catch (error) {
    const errorCode = error instanceof Refusal ? error.errorCode : null;
    // A stalled browser sends nothing that could be read.
    if (errorCode !== stalledCode) await drain(errorCode === unknownCode ? answeredDrainMs : refusedDrainMs);
    throw error;
  }
}
