import type { QueryClient } from '@tanstack/react-query';
import { journeyKeys } from './journeyKeys.ts';
import type { TimedReceipt } from './submission.ts';

/** Receipts of a journey that came after a summary was asked for: that summary cannot show their verdict. */
export function awaitedSteps(queryClient: QueryClient, journeyId: string, askedAtMs: number): readonly TimedReceipt[] {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: journeyKeys.steps(journeyId), status: 'success' })
    .map(({ state }) => state.data as TimedReceipt)
    .filter(({ receivedAtMs }) => receivedAtMs > askedAtMs);
}
