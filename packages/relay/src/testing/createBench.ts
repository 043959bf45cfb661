import { createRelay, type Relay } from '../createRelay.ts';
import type { RelayEvent } from '../RelayEvent.ts';
import type { RelayOptions } from '../RelayOptions.ts';
import { testBoundary } from './writeMultipart.ts';

/** The key that must never be seen outside. It could pass for an error code, and so finds a careless filter. */
export const secretKey = 'server_secret_that_must_not_leave';
export const basicToken: string = btoa(`key_name:${secretKey}`);

/** A request as the API's stand-in got it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export type UpstreamStub = (seen: SeenRequest, signal: AbortSignal | null | undefined) => Response | Promise<Response>;

export interface Bench {
  readonly relay: Relay;
  readonly seen: SeenRequest[];
  readonly events: RelayEvent[];
  /** Starts a journey and gives its token. */
  readonly start: () => Promise<string>;
}

export const origin = 'https://shop.example';

/** A summary in the documented shape. */
export function writeSummary(journeyId: string, isCompleted = false): unknown {
  return { journey_id: journeyId, is_completed: isCompleted, step_summaries: [], result: null };
}

/** The API when all goes well: journeys are named `journey-1`, `journey-2`, … */
export function createCalmApi(): UpstreamStub {
  let journeys = 0;
  return ({ path }) => {
    if (path.endsWith('/start-journey')) {
      journeys += 1;
      return Response.json({ journey_id: `journey-${journeys}`, reference_no: 'ref-1', is_completed: false, step_summaries: [] });
    }
    if (path.includes('/summary/')) return Response.json(writeSummary(decodeURIComponent(path.split('/').at(-1) ?? '')));
    return Response.json({ success: true });
  };
}

/** A relay in front of an API that is a function. */
export function createBench(options: Partial<RelayOptions> = {}, api: UpstreamStub = createCalmApi()): Bench {
  const seen: SeenRequest[] = [];
  const events: RelayEvent[] = [];
  const relay = createRelay({
    credentials: { username: 'key_name', password: secretKey },
    baseUrl: 'https://api.example',
    sessionSecret: 'a-session-secret-of-32-bytes-or-more',
    authorize: () => ({ subject: 'person-1', flowId: 'flow-1', referenceNo: 'ref-1' }),
    onEvent: (event) => events.push(event),
    fetch: async (input, init) => {
      const body = init?.body;
      const text = typeof body === 'string' ? body : await new Response(body ?? null).text();
      const one = { method: init?.method ?? 'GET', path: new URL(String(input)).pathname, headers: new Headers(init?.headers), body: text };
      seen.push(one);
      return await api(one, init?.signal);
    },
    ...options,
  });

  return {
    relay,
    seen,
    events,
    async start() {
      const response = await relay(makeRequest('POST', '/start-journey'));
      const { session } = (await response.json()) as { session: { token: string } };
      return session.token;
    },
  };
}

/** A request to the relay, from its own origin. */
export function makeRequest(method: string, path: string, init: RequestInit & { duplex?: 'half' } = {}): Request {
  const headers = { origin, ...Object.fromEntries(new Headers(init.headers)) };
  return new Request(`${origin}/stepframe/journey/v2${path}`, { method, ...init, headers });
}

/** A multipart submission with a session. */
export function makeSubmission(token: string, body: Uint8Array | ReadableStream<Uint8Array>, init: RequestInit = {}): Request {
  return makeRequest('POST', '/process-journey-step', {
    ...init,
    body: body as BodyInit,
    duplex: 'half',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${testBoundary}`,
      ...Object.fromEntries(new Headers(init.headers)),
    },
  });
}

/** Status and `error_code` of a refusal. */
export async function readRefusal(response: Response): Promise<readonly [status: number, errorCode: unknown]> {
  const body = (await response.json()) as { success: unknown; error_code: unknown };
  if (body.success !== false) throw new Error(`Not an error envelope: ${response.status}`);
  return [response.status, body.error_code];
}
