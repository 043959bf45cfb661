import type { RuleResult } from '../contract/summary.ts';

/**
 * What happens in a journey, for a host's own flow or statistics. Ids of steps and codes are all that is ever in it: no picture,
 * no word about the person, no token.
 */
export type JourneyEvent =
  /** The API has the pictures of a step; what it thinks of them comes as `step-result`. */
  | { readonly type: 'step-submitted'; readonly stepId: string }
  /** The step was left out. */
  | { readonly type: 'step-skipped'; readonly stepId: string }
  /** Pictures could not be sent. They are kept. */
  | { readonly type: 'step-failed'; readonly stepId: string; readonly code: string }
  /** A verdict, or another one than before. */
  | {
      readonly type: 'step-result';
      readonly stepId: string;
      readonly result: 'accepted' | 'rejected';
      /** Whether the step may be submitted again. */
      readonly canRetry: boolean;
      readonly feedbackCode: string | null;
    }
  /** A step that was concluded may be submitted again: a renewal, or a request by a reviewer. */
  | { readonly type: 'step-reopened'; readonly stepId: string }
  /** Here or elsewhere. */
  | { readonly type: 'journey-completed'; readonly assessment: RuleResult | null }
  /** The session is over, and the relay would not renew it: the person has to sign in again. Nothing is lost. */
  | { readonly type: 'session-expired' };
