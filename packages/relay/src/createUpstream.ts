import { encodeBasic } from '@stepframe/core';
import { createKeyGuard } from './createKeyGuard.ts';
import { parseRetryAfter } from './parseRetryAfter.ts';
import { readText } from './readText.ts';
import { Refusal, refuseLate } from './Refusal.ts';
import type { RelayRoute, UpstreamEvent } from './RelayEvent.ts';
import { untilStopped } from './untilStopped.ts';

export interface UpstreamCall {
  readonly route: RelayRoute;
  readonly requestId: string | null;
  readonly method: 'GET' | 'POST';
  /** After the root. */
  readonly path: string;
  readonly body?: string | ReadableStream<Uint8Array> | undefined;
  readonly contentType?: string | undefined;
  /** Ends the call; when its reason is a Refusal, that is what the call throws. */
  readonly signal: AbortSignal;
  /** Longest wait for the whole answer; `null` when the caller keeps the time itself. */
  readonly timeoutMs: number | null;
}

/** All that is kept of an answer: no header, no text. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly isOk: boolean;
  /** `undefined` when the body was not JSON, over 1 MiB, or held the relay's own key. */
  readonly json: unknown;
  readonly retryAfterMs: number | undefined;
}

export interface Upstream {
  /** @throws Refusal when there is no answer. */
  readonly call: (call: UpstreamCall) => Promise<UpstreamAnswer>;
}

export interface UpstreamOptions {
  readonly root: string;
  readonly username: string;
  readonly password: string;
  readonly fetch: typeof fetch;
  readonly onEvent: (event: UpstreamEvent) => void;
}

const maxAnswerBytes = 1024 * 1024;

/** The one place that knows the key. Whatever comes back is reduced to a status, JSON and a wait. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { root, username, password, onEvent } = options;
  const basicToken = encodeBasic({ username, password });
  const holdsKey = createKeyGuard(password, basicToken);

  async function readAnswer(response: Response): Promise<UpstreamAnswer> {
    const text = await readText(response.body, maxAnswerBytes);
    const json = text === null ? undefined : parseJson(text);
    return {
      status: response.status,
      isOk: response.status >= 200 && response.status < 300,
      json: holdsKey(json) ? undefined : json,
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), Date.parse(response.headers.get('date') ?? '')),
    };
  }

  return {
    async call({ route, requestId, method, path, body, contentType, signal, timeoutMs }) {
      const startedAt = performance.now();
      const stop = new AbortController();
      const follow = (): void => stop.abort(signal.reason);
      if (signal.aborted) follow();
      signal.addEventListener('abort', follow, { once: true });
      const timer = timeoutMs === null ? undefined : setTimeout(() => stop.abort(refuseLate()), timeoutMs);
      const tell = (outcome: UpstreamEvent['outcome'], status: number | null = null): void =>
        onEvent({ type: 'upstream', requestId, route, outcome, status, durationMs: performance.now() - startedAt });

      // Streams need `duplex`, which the DOM's types do not know yet.
      const init: RequestInit & { duplex?: 'half' } = {
        method,
        headers: {
          authorization: `Basic ${basicToken}`,
          accept: 'application/json',
          ...(contentType === undefined ? {} : { 'content-type': contentType }),
        },
        body: body ?? null,
        // Following one would carry the key, or a person's pictures, to wherever it points.
        redirect: 'manual',
        signal: stop.signal,
        ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
      };
      try {
        stop.signal.throwIfAborted();
        // `fetch` is the host's: it may not settle when its signal fires.
        const response = options.fetch(root + path, init).then(readAnswer);
        const answer = await untilStopped(response, stop.signal);
        tell('answered', answer.status);
        return answer;
      } catch {
        const { aborted, reason } = stop.signal;
        const refusal = reason instanceof Refusal ? reason : null;
        tell(!aborted ? 'unreachable' : refusal?.status === 504 ? 'timed-out' : 'aborted');
        throw refusal ?? (aborted ? reason : refuseUnreachable());
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', follow);
        // Lets go of a connection that still carries a body nobody needs any more.
        stop.abort();
      }
    },
  };
}

function refuseUnreachable(): Refusal {
  return new Refusal(502, 'upstream_unreachable', 'The verification service cannot be reached. Try again in a moment.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
