import type { QueryClient } from '@tanstack/react-query';
import { findSubmissions } from './findSubmissions.ts';
import { journeyKeys } from './journeyKeys.ts';
import type { TimedReceipt } from './submission.ts';

/** Receipts of a journey that came after a summary was asked for: that summary cannot show their verdict. */
export function awaitedSteps(queryClient: QueryClient, journeyId: string, askedAtMs: number): readonly TimedReceipt[] {
  return findSubmissions(queryClient, journeyKeys.steps(journeyId)).flatMap(({ state: { data } }) =>
    data && data.receivedAtMs > askedAtMs ? [data] : [],
  );
}
