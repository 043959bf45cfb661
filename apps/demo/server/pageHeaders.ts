/** Sent with every page and asset, in development too. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What the page may load and whom it may call: itself, and nothing else; script addresses come from Stepframe's own policy alone. */
export const contentSecurityPolicy: string = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types stepframe',
].join('; ');
