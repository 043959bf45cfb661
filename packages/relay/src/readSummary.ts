import { readWait } from './readWait.ts';
import type { Exchange, LoadedSummary, RelayContext, Reply } from './RelayContext.ts';
import { Refusal, refuseGoneClient, refuseOtherJourney } from './Refusal.ts';
import { SummaryBlock } from './SummaryBlock.ts';

/**
 * Answers with the Journey Summary as the API wrote it; all callers of a journey share one call in two seconds.
 *
 * With `If-None-Match` and `Prefer: wait=N` (RFC 7240) the answer is held until the summary is another one, or for N
 * seconds, whichever comes first.
 */
export async function readSummary(context: RelayContext, { request }: Exchange, pathJourneyId: string): Promise<Reply> {
  const { sessions, gate, watch, settings } = context;
  const { journeyId } = await sessions.verify(request);
  if (pathJourneyId !== journeyId) throw refuseOtherJourney();
  const { signal, headers } = request;
  const known = headers.get('if-none-match');
  const waitSeconds = known === null || settings.closing?.aborted ? 0 : readWait(headers.get('prefer'), settings.maxWaitMs);
  try {
    if (known === null || waitSeconds === 0) {
      const reading = await gate.get(journeyId, { signal });
      watch.note(journeyId, reading);
      return isSame(known, reading.etag) ? writeUnchanged(reading.etag) : writeReading(reading);
    }
    const applied = { 'preference-applied': `wait=${waitSeconds}` };
    const reading = await watch.wait(journeyId, { known: normalise(known), waitMs: waitSeconds * 1_000, signal });
    return reading ? writeReading(reading, applied) : writeUnchanged(known, applied);
  } catch (error) {
    if (signal.aborted) throw refuseGoneClient();
    if (!(error instanceof SummaryBlock)) throw error;
    throw new Refusal(429, 'summary_blocked', 'The verification service asks to wait before the next look. Nothing is lost.', {
      retryAfterMs: error.leftMs(),
    });
  }
}

function writeReading({ json, etag }: LoadedSummary, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, body: json, headers: { etag, ...headers } };
}

function writeUnchanged(etag: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 304, body: null, headers: { etag, ...headers } };
}

function isSame(known: string | null, etag: string): boolean {
  return known !== null && normalise(known) === etag;
}

/** Proxies that compress may take the mark of weakness away or put it before; it does not count here (RFC 9110, 13.1.2). */
function normalise(etag: string): string {
  return `W/${etag.replace(/^W\//, '')}`;
}
