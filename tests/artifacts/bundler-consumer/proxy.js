import { NextResponse } from 'next/server';

/** The strict policy of the other apps, but for the scripts that Next writes into the page: they carry a nonce. */
export function proxy(request) {
  const nonce = btoa(crypto.randomUUID());
  const policy = `default-src 'self'; worker-src 'self'; script-src 'self' 'nonce-${nonce}'`;
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
