/** The API wants to be left alone with summaries for a while. */
export class SummaryBlock extends Error {
  /** Milliseconds until the next call is allowed. */
  readonly leftMs: () => number;

  constructor(leftMs: () => number) {
    super('The API blocks summaries for a while.');
    this.name = 'SummaryBlock';
    this.leftMs = leftMs;
  }
}
