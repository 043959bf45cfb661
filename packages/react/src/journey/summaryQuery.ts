import { type JourneyClient, type JourneySummary, pollDelay } from '@stepframe/core';
import { type QueryClient, replaceEqualDeep, type UseQueryOptions } from '@tanstack/react-query';
import { awaitedSteps } from './awaitedSteps.ts';
import { findSubmissions } from './findSubmissions.ts';
import { journeyKeys } from './journeyKeys.ts';
import { toStepframeError } from './toStepframeError.ts';

/** A summary with the two times that polling and verdicts need. */
export interface SummaryReading {
  readonly summary: JourneySummary;
  /** When it was asked for; a submission taken later is not in it. Milliseconds of `performance.now`, which no change of the clock moves. */
  readonly askedAtMs: number;
  /** When its content last changed. Milliseconds of `performance.now`, which no change of the clock moves. */
  readonly changedAtMs: number;
}

const maxRetries = 3;

/** Pause before a summary that could never be read is asked for again; the person need not press anything. */
const unreadRetryMs = 5_000;

const mayRetry = (error: Error) => toStepframeError(error).retryable;

/**
 * The one poller of a journey as a value: every hook that uses it shares its calls.
 *
 * It goes on while a verdict is awaited, pauses in a hidden tab, and ends when there is nothing to wait for.
 */
export function summaryQuery(client: JourneyClient, journeyId: string, queryClient: QueryClient): UseQueryOptions<SummaryReading> {
  const queryKey = journeyKeys.summary(journeyId);
  return {
    queryKey,
    queryFn: async ({ signal }) => {
      const askedAtMs = performance.now();
      const fresh = await client.getSummary(journeyId, { signal });
      const previous = queryClient.getQueryData<SummaryReading>(queryKey);
      const summary = previous ? replaceEqualDeep(previous.summary, fresh) : fresh;
      for (const { state } of findSubmissions(queryClient, journeyKeys.steps(journeyId))) {
        // A lost answer: the API has the pictures, so nobody will send them again.
        if (state.status === 'error' && state.variables?.hasArrived(summary)) state.variables.pictures.release();
      }
      return { summary, askedAtMs, changedAtMs: previous?.summary === summary ? previous.changedAtMs : performance.now() };
    },
    // Said outright where a host's client may have another default.
    // Offline, a poll fails and says so, instead of pausing unseen; back online it asks at once.
    networkMode: 'always',
    refetchOnReconnect: true,
    staleTime: 2_000,
    throwOnError: false,
    refetchIntervalInBackground: false,
    // Keeping the previous data would show one journey's summary as another's.
    placeholderData: () => undefined,
    retry: (failures, error) => failures < maxRetries && mayRetry(error),
    refetchInterval: ({ state: { data: reading, error } }) => {
      if (error && !mayRetry(error)) return false;
      if (!reading) return error ? unreadRetryMs : false;
      const awaited = awaitedSteps(queryClient, journeyId, reading.askedAtMs);
      const lastEventMs = Math.max(reading.changedAtMs, ...awaited.map(({ receivedAtMs }) => receivedAtMs));
      return pollDelay(reading.summary, {
        unchangedMs: performance.now() - lastEventMs,
        awaiting: awaited.map(({ stepId }) => stepId),
      });
    },
  };
}
