import { parseSummary } from '../contract/parseSummary.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { Send } from './createJourneyClient.ts';
import type { SummaryGateOptions } from './createSummaryGate.ts';

export interface SummaryReaderOptions {
  readonly send: Send;
  readonly path: string;
  /** How long the receiver is asked to hold a call; 0 when it holds none. */
  readonly waitMs: number;
  readonly timeoutMs: number;
}

/**
 * Makes the calls of a client's gate. A reading that came with an ETag can be asked for anew with it, and the relay then
 * answers when the summary is another one (`Prefer: wait`, RFC 7240). A receiver that does not say that it does so is
 * asked plainly from there on.
 */
export function createSummaryReader(options: SummaryReaderOptions): Pick<SummaryGateOptions<JourneySummary>, 'load' | 'holds'> {
  const { send, waitMs, timeoutMs } = options;
  let isHolding = waitMs > 0;
  let last: { readonly etag: string; readonly text: string } | null = null;

  return {
    // By content, because the reading may have come from another tab, or from a store.
    holds: (after) => isHolding && last?.text === JSON.stringify(after),

    async load(journeyId, signal, after) {
      const known = after && last;
      const waitSeconds = Math.ceil(waitMs / 1_000);
      const answer = await send({
        method: 'GET',
        path: `${options.path}/${encodeURIComponent(journeyId)}`,
        signal,
        headers: known ? { 'If-None-Match': known.etag, Prefer: `wait=${waitSeconds}` } : undefined,
        timeoutMs: timeoutMs + (known ? waitSeconds * 1_000 : 0),
      });
      if (known) isHolding = answer.header('preference-applied') !== undefined;
      // A copy, so that the gate can tell the two readings apart.
      if (after && answer.status === 304) return { ...after };
      const summary = parseSummary(answer.body);
      const text = JSON.stringify(summary);
      // Answered with what was known: something on the way changes ETags, and would have this asked again at once for ever.
      if (text === known?.text) isHolding = false;
      const etag = answer.header('etag');
      last = etag === undefined ? null : { etag, text };
      return summary;
    },
  };
}
