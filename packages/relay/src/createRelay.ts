import { completeJourney } from './completeJourney.ts';
import { createGate } from './createGate.ts';
import { createOriginCheck } from './createOriginCheck.ts';
import { createRelayMemory } from './createRelayMemory.ts';
import { createSessions } from './createSessions.ts';
import { createSubmissions } from './createSubmissions.ts';
import { createSummaryWatch } from './createSummaryWatch.ts';
import { createUpstream } from './createUpstream.ts';
import { matchRoute, type RouteMatch } from './matchRoute.ts';
import { processStep } from './processStep.ts';
import { readOptions } from './readOptions.ts';
import { readSummary } from './readSummary.ts';
import { Refusal, refuseGoneClient } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import type { RelayEvent } from './RelayEvent.ts';
import type { RelayOptions } from './RelayOptions.ts';
import { renewSession } from './renewSession.ts';
import { sleepFor } from './sleepFor.ts';
import { startJourney } from './startJourney.ts';
import { toResponse } from './toResponse.ts';

/** Answers one request. It never rejects. */
export type Relay = (request: Request) => Promise<Response>;

/**
 * Makes a relay: it holds the Journey API's key and lets each browser through for exactly one journey.
 *
 * It answers, under `basePath`, at the API's own paths: `POST …/start-journey`, `POST …/process-journey-step`,
 * `GET …/summary/{journey_id}` and `POST …/complete-journey`; and at `POST …/renew-session`. It runs wherever `Request`, `Response`, streams and Web
 * Crypto do; for Node's own server see `@stepframe/relay/node`.
 *
 * @throws ConfigurationError when an option is missing or wrong
 */
export function createRelay(options: RelayOptions): Relay {
  const settings = readOptions(options);
  const { basePath, allowedOrigins } = settings;
  const tell = (event: RelayEvent): void => {
    try {
      settings.onEvent?.(event);
    } catch {
      // A fault in the operator's log must not become a fault of the journey.
    }
  };
  const upstream = createUpstream({ ...settings, onEvent: tell });
  const sessions = createSessions({
    secret: settings.sessionSecret,
    ttlMs: settings.sessionTtlMs,
    maxAgeMs: settings.sessionMaxAgeMs,
    now: settings.now ?? Date.now,
  });
  const { now = () => performance.now(), sleep = sleepFor } = settings;
  const gate = createGate(settings, upstream, { now, sleep });
  const context: RelayContext = {
    settings,
    upstream,
    sessions,
    gate,
    now,
    watch: createSummaryWatch({ gate, now, sleep, closing: settings.closing }),
    submissions: createSubmissions({ memory: settings.memory ?? createRelayMemory({ now }), sleep }),
  };
  const origins = createOriginCheck(allowedOrigins);

  async function answer(exchange: Exchange, match: RouteMatch | null): Promise<Reply | Response> {
    const { request } = exchange;
    if (match === null) throw new Refusal(404, 'not_found', 'There is nothing at this address.');
    if (request.method === 'OPTIONS' && allowedOrigins.size > 0) {
      if (!origins.allows(request)) throw refuseOrigin();
      return { status: 204, body: null, headers: preflightHeaders(match) };
    }
    if (request.method !== match.method) {
      const allow = allowedOrigins.size > 0 ? `${match.method}, OPTIONS` : match.method;
      throw new Refusal(405, 'method_not_allowed', `Use ${match.method} at this address.`, { headers: { allow } });
    }
    if (match.method === 'POST' && !origins.allows(request)) throw refuseOrigin();
    switch (match.route) {
      case 'start':
        return await startJourney(context, exchange);
      case 'processStep':
        return await processStep(context, exchange);
      case 'renew':
        return await renewSession(context, exchange);
      case 'complete':
        return await completeJourney(context, exchange);
      default:
        return await readSummary(context, exchange, match.journeyId ?? '');
    }
  }

  return async (request) => {
    const startedAt = performance.now();
    const exchange: Exchange = { request, requestId: crypto.randomUUID() };
    const match = matchRoute(basePath, new URL(request.url).pathname);
    let errorCode: string | null = null;
    const reply = await answer(exchange, match).catch((error: unknown) => {
      const refusal = toRefusal(error, request);
      errorCode = refusal.errorCode;
      return writeRefusal(refusal);
    });
    tell({
      type: 'request',
      requestId: exchange.requestId,
      route: match?.route ?? 'none',
      status: reply.status,
      durationMs: performance.now() - startedAt,
      errorCode,
    });
    return toResponse(reply, { ...origins.headersFor(request), 'x-request-id': exchange.requestId });
  };
}

function toRefusal(error: unknown, request: Request): Refusal {
  if (error instanceof Refusal) return error;
  if (request.signal.aborted) return refuseGoneClient();
  // Its own text could hold anything, so it goes nowhere.
  return new Refusal(500, 'relay_error', 'The server failed. Try again in a moment.');
}

function writeRefusal({ status, message, errorCode, headers, arrived }: Refusal): Reply {
  return { status, body: { success: false, message, error_code: errorCode, arrived }, headers };
}

function refuseOrigin(): Refusal {
  return new Refusal(403, 'origin_not_allowed', 'Pages of this origin may not call the relay.');
}

function preflightHeaders({ method }: RouteMatch): Record<string, string> {
  return {
    'access-control-allow-methods': method,
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match, prefer, stepframe-retry',
    'access-control-max-age': '600',
  };
}
