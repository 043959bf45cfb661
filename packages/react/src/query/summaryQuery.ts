import { connectJourney, type JourneyRef, type JourneySummary, minPollIntervalMs, type StepframeError } from '@stepframe/core';
import type { DataTag, Query, QueryFunctionContext } from '@tanstack/react-query';
import { continuePaused } from './continuePaused.ts';
import { journeyKeys, type SummaryQueryKey } from './journeyKeys.ts';

/** Options of the summary's query, for `useQuery`, `useSuspenseQuery`, `prefetchQuery`, `ensureQueryData` or a `QueryObserver`. */
export interface SummaryQueryOptions {
  readonly queryKey: DataTag<SummaryQueryKey, JourneySummary, StepframeError>;
  readonly queryFn: (context: QueryFunctionContext<SummaryQueryKey>) => Promise<JourneySummary>;
  readonly initialData: () => JourneySummary | undefined;
  readonly initialDataUpdatedAt: () => number | undefined;
  readonly refetchInterval: (query: Query<JourneySummary, StepframeError, JourneySummary, SummaryQueryKey>) => number | false;
  readonly refetchIntervalInBackground: boolean;
  readonly refetchOnMount: boolean;
  readonly refetchOnReconnect: boolean;
  readonly refetchOnWindowFocus: boolean;
  readonly retry: boolean;
  readonly retryOnMount: boolean;
  readonly staleTime: number;
  readonly gcTime: number;
  readonly networkMode: 'always';
  readonly structuralSharing: boolean;
}

const gcTime = 5 * 60_000;

/**
 * The journey's summary as a query. It polls while somebody watches it: every 2 s at first, rarer when nothing changes, not in a hidden page, and
 * not when nothing is awaited. The client shares one request among all who ask, keeps the API's two seconds between requests, and holds a request
 * until there is news where a relay can (long poll), so that neither options of the host nor invalidations hurry or starve it.
 */
export function summaryQuery(journey: JourneyRef): SummaryQueryOptions {
  const { journeyId } = journey;
  const connection = connectJourney(journey);
  return {
    queryKey: journeyKeys.summary(journeyId) as SummaryQueryOptions['queryKey'],
    // Without its `signal`: a request is shared, and one who leaves must not end it for the others.
    async queryFn({ client: queryClient, queryKey }) {
      const state = queryClient.getQueryState(queryKey);
      const summary = await connection.read(state?.data !== undefined && !state.isInvalidated);
      continuePaused(queryClient, journey);
      return summary;
    },
    // After `clear()` there is no loading anew.
    initialData: connection.latest,
    initialDataUpdatedAt: () => (connection.latest() ? 0 : undefined),
    refetchInterval({ state }) {
      // Asked again with its outcome.
      if (state.fetchStatus !== 'idle') return minPollIntervalMs;
      const ms = connection.untilNextRead(state.data);
      // 0 would be never.
      return ms === false ? false : Math.max(1, ms);
    },
    refetchIntervalInBackground: false,
    refetchOnMount: true,
    refetchOnReconnect: true,
    refetchOnWindowFocus: true,
    retry: false,
    retryOnMount: true,
    staleTime: minPollIntervalMs,
    gcTime,
    networkMode: 'always',
    // Shared by the connection already, which knows its own objects again.
    structuralSharing: false,
  };
}
