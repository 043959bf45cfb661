import { connectJourney, type JourneyRef, type JourneySummary, type StepframeError, type SummaryState } from '@stepframe/core';

/** What a query says of the summary. */
export interface SummaryQueryState {
  readonly data: JourneySummary | undefined;
  readonly error: StepframeError | null;
  readonly errorUpdateCount: number;
}

/** Failures before a summary that was never read is given up for now. */
const patience = 3;

/** The summary as it stands. */
export function toSummaryState(journey: JourneyRef, state: SummaryQueryState | undefined): SummaryState {
  const connection = connectJourney(journey);
  if (state?.data) {
    return { status: 'ready', summary: state.data, error: state.error, ask: connection.askOf(state.data), changedAtMs: 0 };
  }
  // While a query without data fetches again it has no error.
  const error = state?.error ?? connection.failure();
  const isFailed = error !== null && (!error.retryable || (state?.errorUpdateCount ?? 0) >= patience);
  return isFailed ? { status: 'failed', error } : { status: 'loading' };
}
