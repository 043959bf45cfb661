import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import { Refusal, refuseGoneClient, refuseOtherJourney } from './Refusal.ts';
import { SummaryBlock } from './SummaryBlock.ts';

/** Answers with the Journey Summary as the API wrote it; all callers of a journey share one call in two seconds. */
export async function readSummary({ sessions, gate }: RelayContext, { request }: Exchange, pathJourneyId: string): Promise<Reply> {
  const { journeyId } = await sessions.verify(request);
  if (pathJourneyId !== journeyId) throw refuseOtherJourney();
  try {
    const { json } = await gate.get(journeyId, request.signal);
    return { status: 200, body: json };
  } catch (error) {
    if (request.signal.aborted) throw refuseGoneClient();
    if (!(error instanceof SummaryBlock)) throw error;
    throw new Refusal(429, 'summary_blocked', 'The verification service asks to wait before the next look. Nothing is lost.', {
      retryAfterMs: error.leftMs(),
    });
  }
}
