import { connectJourney, type JourneyRef } from '@stepframe/core';
import type { Mutation, QueryClient } from '@tanstack/react-query';
import { journeyKeys } from './journeyKeys.ts';

/**
 * Continues the journey's mutations that are paused although there is a network: an answer came while `navigator.onLine` says offline. The
 * host's `onlineManager` is left as it is, and it would hold them back, so they are run once more: the connection knows what has arrived.
 */
export function continuePaused(queryClient: QueryClient, { client, journeyId }: JourneyRef): void {
  const { environment, network } = connectJourney({ client, journeyId });
  if (environment.isOnline() || !network.hasNetwork()) return;
  for (const mutation of queryClient.getMutationCache().findAll({ mutationKey: journeyKeys.journey(journeyId) })) {
    if (mutation.state.isPaused && isFirst(queryClient, mutation)) mutation.execute(mutation.state.variables).catch(() => undefined);
  }
}

/** Whether no other mutation of its scope is pending before it. */
function isFirst(queryClient: QueryClient, mutation: Mutation): boolean {
  return queryClient.getMutationCache().canRun(mutation);
}
