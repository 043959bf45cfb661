export interface OriginCheck {
  /** Whether a page may make this request, as far as the browser says where it comes from. */
  readonly allows: (request: Request) => boolean;
  /** CORS headers of an answer; empty unless the origin is on the list. */
  readonly headersFor: (request: Request) => Record<string, string>;
}

/**
 * Same origin, or an origin on the list.
 *
 * It goes by `Sec-Fetch-Site` first: behind a proxy that ends TLS the relay does not know its own scheme. A request
 * with neither header does not come from a page of today's browsers and so carries no stolen cookie.
 */
export function createOriginCheck(allowedOrigins: ReadonlySet<string>): OriginCheck {
  const isListed = (origin: string | null): origin is string => origin !== null && allowedOrigins.has(origin);

  return {
    allows(request) {
      const origin = request.headers.get('origin');
      if (isListed(origin)) return true;
      const site = request.headers.get('sec-fetch-site');
      if (site !== null) return site === 'same-origin' || site === 'none';
      if (origin === null) return true;
      return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
    },

    headersFor(request) {
      if (allowedOrigins.size === 0) return {};
      const origin = request.headers.get('origin');
      if (!isListed(origin)) return { vary: 'origin' };
      return {
        vary: 'origin',
        'access-control-allow-origin': origin,
        // The host's own cookies decide at start, so they must be allowed to come along.
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'etag, preference-applied, retry-after, x-request-id',
      };
    },
  };
}
