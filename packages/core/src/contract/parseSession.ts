import * as v from 'valibot';
import type { JourneySession } from './journey.ts';
import { parse, text } from './tolerant.ts';

/** A session as a relay hands it out. */
export interface GrantedSession extends JourneySession {
  /** 32 bytes that encrypt pictures kept in the browser; `null` when the relay gives none that can be used. */
  readonly pictureKey: Uint8Array<ArrayBuffer> | null;
}

const schema = v.looseObject({
  session: v.nullish(v.looseObject({ token: v.pipe(v.string(), v.nonEmpty()), expires_at: v.string(), picture_key: text })),
});

/**
 * Reads the session in a relay's answer; `null` when there is none.
 *
 * @throws ContractError for a session without its token or its end; the picture key may be missing.
 */
export function parseSession(input: unknown, what: string): GrantedSession | null {
  const { session } = parse(schema, input, what);
  return session ? { token: session.token, expiresAt: session.expires_at, pictureKey: readKey(session.picture_key) } : null;
}

/** 32 bytes are 43 characters of base64url. */
function readKey(base64url: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{43}$/.test(base64url)) return null;
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
