import type { Reply } from './RelayContext.ts';

/** On every answer: nothing is kept, sniffed or told to the next page. */
const securityHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Writes the answer out; one that the host made itself keeps its status, body and headers. */
export function toResponse(reply: Reply | Response, extraHeaders: Readonly<Record<string, string>>): Response {
  const isOwn = !('arrayBuffer' in reply);
  const headers = new Headers(reply.headers);
  for (const [name, value] of Object.entries({ ...securityHeaders, ...extraHeaders })) headers.set(name, value);
  if (!isOwn) return new Response(reply.body, { status: reply.status, headers });
  if (reply.body === null) return new Response(null, { status: reply.status, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
}
