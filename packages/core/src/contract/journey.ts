import type { JourneySummary } from './summary.ts';

/** Sex as the API takes it. */
export type ApplicantSex = 'male' | 'female';

/** Details of the applicant, said to be for AML journeys only. Source: reference/start-journey-api. */
export interface ApplicantDetails {
  readonly fullName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  readonly sex?: ApplicantSex;
}

export interface StartJourneyInput {
  /** UUID of a published flow. */
  readonly flowId: string;
  /** Your own id of the user or transaction: letters, digits and `- _ / \ , . + @`. */
  readonly referenceNo: string;
  readonly applicantDetails?: ApplicantDetails;
}

/** What a relay hands the browser: good for one journey, for a short time. */
export interface JourneySession {
  /** Signed token, sent back as `Authorization: Bearer …`. */
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** A journey that has begun. */
export interface StartedJourney {
  /** Opaque: both 24-digit hex and UUID have been seen. */
  readonly journeyId: string;
  readonly referenceNo: string | null;
  readonly summary: JourneySummary;
  /** Only when a relay answered; `null` from the API itself. */
  readonly session: JourneySession | null;
}

/** What `reference_no` may hold. Source: docs/journey-builder-api. */
export const referenceNoPattern: RegExp = /^[A-Za-z0-9\-_/\\,.+@]+$/;
