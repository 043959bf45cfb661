/** The document a customer said to have at hand. */
export type DocumentKind = 'card' | 'passport';

/** All that is kept of a journey over a reload of the page. The session opens this one journey, for half an hour. */
export interface SavedJourney {
  readonly journeyId: string;
  readonly token: string;
  readonly scenario: string;
  /** `null` until the customer has chosen. */
  readonly documentKind: DocumentKind | null;
}
