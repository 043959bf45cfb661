import {
  createSummaryGate,
  type JourneySummary,
  parseErrorEnvelope,
  parseSummary,
  type SummaryGate,
  type SummaryGateOptions,
} from '@stepframe/core';
import { createEtag } from './createEtag.ts';
import type { Upstream, UpstreamAnswer } from './createUpstream.ts';
import type { RelaySettings } from './readOptions.ts';
import { refuseAnswer } from './refuseAnswer.ts';
import { Refusal } from './Refusal.ts';
import type { LoadedSummary } from './RelayContext.ts';
import { SummaryBlock } from './SummaryBlock.ts';

/** When the API blocks and does not say for how long. Its pages name no duration either. */
const defaultBlockMs = 30_000;
const keyErrors = new Set(['unauthorized', 'not_allowed_ip_address', 'invalid_credentials']);

/** The relay's one door to Get Journey Summary: it keeps the interval, checks what comes back and obeys a block. */
export function createGate(
  settings: RelaySettings,
  upstream: Upstream,
  { now, sleep }: Pick<Required<SummaryGateOptions<LoadedSummary>>, 'now' | 'sleep'>,
): SummaryGate<LoadedSummary> {
  return createSummaryGate<LoadedSummary>({
    now,
    sleep,
    holdMs: (error) => (error instanceof SummaryBlock ? error.leftMs() : 0),
    async load(journeyId, signal) {
      const answer = await upstream.call({
        route: 'summary',
        requestId: null,
        method: 'GET',
        path: `${settings.paths.summary}/${encodeURIComponent(journeyId)}`,
        signal,
        timeoutMs: settings.upstreamTimeoutMs,
      });
      if (isBlock(answer)) {
        const until = now() + (answer.retryAfterMs ?? defaultBlockMs);
        throw new SummaryBlock(() => until - now());
      }
      if (!answer.isOk) throw refuseAnswer(answer);
      const summary = check(answer.json, journeyId);
      return { json: answer.json, summary, etag: createEtag(summary) };
    },
  });
}

/** The status of the block is not documented; 403 is also how the API refuses a key, which its code tells. */
function isBlock({ status, json }: UpstreamAnswer): boolean {
  return status === 429 || status === 503 || (status === 403 && !keyErrors.has(parseErrorEnvelope(json).apiCode));
}

function check(json: unknown, journeyId: string): JourneySummary {
  try {
    const summary = parseSummary(json);
    if (summary.journeyId === journeyId) return summary;
  } catch {
    // The same as the summary of another journey: it is not passed on.
  }
  throw new Refusal(502, 'upstream_malformed', 'The verification service gave an answer that cannot be read.');
}
