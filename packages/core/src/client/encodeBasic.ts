/** A server key's two halves; sent as HTTP Basic. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The token of HTTP Basic. It is UTF-8 (RFC 7617); `btoa` alone takes Latin-1 only. */
export function encodeBasic({ username, password }: Credentials): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}
