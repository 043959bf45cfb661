/** One submission by what it holds, and how often it was taken. */
export interface AcceptedSubmission {
  readonly journeyId: string;
  readonly stepId: string;
  /** Of the picture, or of both joined by `+`; `null` for a skip. */
  readonly digest: string | null;
  readonly count: number;
}
