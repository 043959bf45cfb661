import type { Mutation, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Submission, TimedReceipt } from './submission.ts';

/** Submissions of one step or of a whole journey, oldest first, by a key of `journeyKeys`. */
export function findSubmissions(queryClient: QueryClient, mutationKey: QueryKey): readonly Mutation<TimedReceipt, Error, Submission>[] {
  return queryClient.getMutationCache().findAll({ mutationKey }) as unknown as Mutation<TimedReceipt, Error, Submission>[];
}
