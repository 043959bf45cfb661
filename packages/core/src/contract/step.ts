import type { PreparedImage } from './preparedImage.ts';

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Extra information for a step. Its keys are not documented; sent as one JSON text part. */
export type AdditionalData = { readonly [key: string]: Json };

/** One submission of one step. */
export interface StepSubmission {
  readonly journeyId: string;
  readonly stepId: string;
  /** Front side, selfie or other face. */
  readonly image: PreparedImage | Blob;
  /** The other side of the document. */
  readonly image2?: PreparedImage | Blob | undefined;
  readonly additionalData?: AdditionalData | undefined;
}

/** A step the person wants to leave out. */
export interface StepSkip {
  readonly journeyId: string;
  readonly stepId: string;
  readonly skip: true;
  readonly additionalData?: AdditionalData | undefined;
}

/**
 * The API took the submission. It says nothing of what it thinks of it: that is in the summary.
 *
 * The success body is not documented, so nothing is read from it but the status.
 */
export interface Receipt {
  readonly journeyId: string;
  readonly stepId: string;
  /** HTTP status, any 2xx. */
  readonly status: number;
}
