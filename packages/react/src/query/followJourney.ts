import { connectJourney, type JourneyRef } from '@stepframe/core';
import type { QueryClient } from '@tanstack/react-query';
import { continuePaused } from './continuePaused.ts';
import { journeyKeys } from './journeyKeys.ts';

/**
 * Lets a cache follow what happens to the journey elsewhere: in other tabs and caches, and while the page was hidden or offline. The provider does
 * it; without React, call it once.
 *
 * @returns stops it
 */
export function followJourney(queryClient: QueryClient, journey: JourneyRef): () => void {
  const connection = connectJourney(journey);
  const queryKey = journeyKeys.summary(journey.journeyId);
  const stopFollowing = connection.follow({
    onNews() {
      const refetchType = connection.environment.isVisible() ? 'active' : 'none';
      void queryClient.invalidateQueries({ queryKey, refetchType });
    },
    onReading: (summary) => void queryClient.setQueryData(queryKey, summary),
  });
  const stopContinuing = connection.network.onProof(() => continuePaused(queryClient, journey));
  return () => {
    stopFollowing();
    stopContinuing();
  };
}
