import type { QueryClient } from '@tanstack/react-query';
import { journeyKeys } from './journeyKeys.ts';

interface SendRules {
  readonly onSettled: () => void;
  readonly networkMode: 'always';
  readonly retry: false;
  readonly throwOnError: false;
}

/**
 * How everything that changes a journey is sent, whatever a host's client has for a default: once, at once, and with a
 * look at the summary afterwards.
 */
export function sendOnce(queryClient: QueryClient, journeyId: string): SendRules {
  return {
    // Whether it arrived or not, the summary knows; a failed call may have got through.
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: journeyKeys.summary(journeyId) });
    },
    // An offline browser must fail and say so, not wait unseen.
    networkMode: 'always',
    retry: false,
    throwOnError: false,
  };
}
