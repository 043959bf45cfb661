/** Paths of the operations, after the path prefix. */
export interface JourneyPaths {
  readonly start: string;
  readonly processStep: string;
  /** The journey id is appended as a last segment. */
  readonly summary: string;
  readonly complete: string;
}

/** Default path prefix. The reference pages agree on it; the narrative guide writes `/v2`. */
export const defaultPathPrefix = '/journey/v2';

/**
 * Default paths. `complete` is not in any public page that could be read: check it against your own API reference.
 */
export const defaultJourneyPaths: JourneyPaths = {
  start: '/start-journey',
  processStep: '/process-journey-step',
  summary: '/summary',
  complete: '/complete-journey',
};

/** Where a relay renews a session, after the path prefix. The API itself has no such operation. */
export const renewSessionPath = '/renew-session';

/** Base addresses by region. Source: reference/start-journey-api. */
export const regionBaseUrls = {
  eu: 'https://api.idwise.com',
  uae: 'https://api-uae.idwise.com',
  qatar: 'https://api-qat.idwise.com',
} as const;

/** Where the account lives. */
export type Region = keyof typeof regionBaseUrls;

/**
 * Default name of the multipart field that skips a step. The public pages lost the label, so it is configurable
 * everywhere; its value is the string `"true"`.
 */
export const defaultSkipField = 'skip_step';
