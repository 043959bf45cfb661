import type { IssuedSession } from './createSessions.ts';

/**
 * A session as it is handed out, with the key that encrypts pictures kept in the browser.
 *
 * The key is made from the secret and the journey, so that it is the same after a reload or a renewal and is stored
 * nowhere. HMAC keeps the secret from whoever gets a key.
 */
export async function writeSession(issued: IssuedSession, secret: Uint8Array, journeyId: string): Promise<unknown> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`stepframe-pictures:${journeyId}`));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return {
    token: issued.token,
    expires_at: issued.expiresAt,
    picture_key: base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  };
}
