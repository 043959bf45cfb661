import type { FaultAnswer } from './Fault.ts';
import { toRetryAfter } from './toRetryAfter.ts';

const json = 'application/json';

const bodies: Readonly<
  Record<Exclude<FaultAnswer['body'], undefined | 'empty'>, readonly [type: string, text: (answer: FaultAnswer) => string]>
> = {
  envelope: [
    json,
    ({ errorCode = 'injected_fault' }) => JSON.stringify({ success: false, message: 'A fault was injected here.', error_code: errorCode }),
  ],
  html: ['text/html', ({ status }) => `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`],
  malformed: [json, () => '{"success": tr'],
  'wrong-types': [
    json,
    () =>
      JSON.stringify({
        journey_id: { $oid: 1 },
        is_completed: 'perhaps',
        step_summaries: { first: true },
        result: 7,
        success: 'no',
        message: 42,
        error_code: ['x'],
      }),
  ],
};

/** Statuses that never have a body. Source: the Fetch standard, "null body status". */
const bodiless = new Set([204, 205, 304]);

/**
 * The answer that a fault gives.
 *
 * @param nowMs The receiver's own time, in milliseconds since 1970: what its dates are counted from.
 */
export function toFaultResponse(answer: FaultAnswer, nowMs: number): Response {
  const { status, body = 'envelope', retryAfter, skewMs = 0 } = answer;
  const serverMs = nowMs + skewMs;
  const [type, text] = body === 'empty' || bodiless.has(status) ? [] : bodies[body];
  return new Response(text?.(answer) ?? null, {
    status,
    headers: {
      'cache-control': 'no-store',
      date: new Date(serverMs).toUTCString(),
      ...(type && { 'content-type': type }),
      ...(retryAfter !== undefined && { 'retry-after': toRetryAfter(retryAfter, serverMs) }),
      ...answer.headers,
    },
  });
}
