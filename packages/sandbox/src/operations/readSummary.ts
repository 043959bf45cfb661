import { toRetryAfter } from '../faults/toRetryAfter.ts';
import { Refusal } from '../http/Refusal.ts';
import type { Journey } from '../journey/Journey.ts';
import { toSummary } from '../journey/toSummary.ts';
import type { SandboxSettings } from '../resolveOptions.ts';
import type { SandboxState } from '../SandboxState.ts';
import { findJourney } from './findJourney.ts';

/**
 * Get Journey Summary, with the rule of at least two seconds between two calls of one journey.
 *
 * That calling faster leads to a temporary block is documented (reference/get-journey-summary); that it is a 429 with
 * `Retry-After`, and for how long, is not.
 */
export function readSummary(journeyId: string, state: SandboxState): object | Refusal {
  const journey = findJourney(state, journeyId);
  if (journey instanceof Refusal) return journey;
  const nowMs = state.settings.now();
  const isBlocked = blocks(journey, nowMs, state.settings);
  state.summaryCalls.push({ journeyId, atMs: nowMs, status: isBlocked ? 429 : 200 });
  const { reshape, blockRetryAfter = 'seconds' } = journey.flow.scenario;
  if (!isBlocked) {
    const summary = toSummary(journey, nowMs);
    return reshape ? reshape(summary) : summary;
  }
  const seconds = Math.max(1, Math.ceil((journey.blockedUntilMs - nowMs) / 1000));
  return new Refusal(
    'temporarily_blocked',
    `The summary of this journey was asked for too often and is blocked for ${seconds} s. Leave at least ${state.settings.minPollMs} ms between two calls.`,
    blockRetryAfter === 'none'
      ? {}
      : { 'retry-after': toRetryAfter(blockRetryAfter === 'date' ? { dateInMs: seconds * 1_000 } : seconds, state.settings.serverNow()) },
  );
}

function blocks(journey: Journey, nowMs: number, { minPollMs, blockMs }: SandboxSettings): boolean {
  // A call during a block neither prolongs it nor counts as the one before the next.
  if (nowMs < journey.blockedUntilMs) return true;
  const isTooSoon = journey.askedAtMs !== null && nowMs - journey.askedAtMs < minPollMs;
  journey.askedAtMs = nowMs;
  journey.summaryCalls += 1;
  if (!isTooSoon && !journey.flow.scenario.blocksSummaryCall?.(journey.summaryCalls)) return false;
  journey.blockedUntilMs = nowMs + blockMs;
  return true;
}
