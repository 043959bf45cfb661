import { Refusal } from './Refusal.ts';

/** A server key: API key and secret, sent as HTTP Basic. Source: docs/api-auth. */
export interface SandboxCredentials {
  readonly username: string;
  readonly password: string;
}

const challenge = { 'www-authenticate': 'Basic realm="Stepframe sandbox", charset="UTF-8"' };

/** Checks HTTP Basic (RFC 7617) and refuses with one of the three documented 401 codes; `null` when it fits. */
export function checkCredentials(authorization: string | null, { username, password }: SandboxCredentials): Refusal | null {
  if (authorization === null) {
    return new Refusal('missing_authorization_header', 'There is no Authorization header. Send HTTP Basic with the server key.', challenge);
  }
  const given = decodeBasic(authorization);
  if (given === null || !given.includes(':')) {
    return new Refusal(
      'invalid_authentication_format',
      'The Authorization header is not HTTP Basic. Send "Basic " and the base64 of "username:password".',
      challenge,
    );
  }
  return given === `${username}:${password}`
    ? null
    : new Refusal(
        'invalid_credentials',
        'The user name or the password is wrong. Use the credentials the sandbox was created with.',
        challenge,
      );
}

function decodeBasic(authorization: string): string | null {
  const [, base64] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  if (base64 === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
