import type { PreparedImage } from '../contract/preparedImage.ts';
import type { AdditionalData } from '../contract/step.ts';
import type { StepResult } from '../contract/summary.ts';
import type { StepframeError } from '../errors/StepframeError.ts';

/** One picture, or the two sides of a document. */
export type StepImages = readonly [image: PreparedImage, image2?: PreparedImage];

/**
 * What a submission that has not arrived yet is doing.
 *
 * - `sending`: bytes are leaving.
 * - `offline`: it waits for the network.
 * - `elsewhere`: another tab is sending the same step; it waits for that to end.
 * - `checking`: its answer was lost, or it is not known where the step stands: the summary is asked.
 * - `pausing`: it did not arrive, and is sent again in a moment.
 */
export type SubmissionActivity = 'sending' | 'offline' | 'elsewhere' | 'checking' | 'pausing';

/** How often it is sent: both sides in one call, or each in its own. The API's documents show both. */
export type SubmissionSides = 'together' | 'separate';

/** A step's pictures on their way, or the wish to leave it out. A new object with every change. */
export interface Submission {
  /** Names this capture for the relay, the same however often it is sent. */
  readonly key: string;
  /** It was sent before the page was loaded, and may have arrived. */
  readonly isAgain: boolean;
  /** `null` for a step that is skipped, and once the summary shows that the API has them. */
  readonly images: StepImages | null;
  readonly isSkip: boolean;
  readonly sides: SubmissionSides;
  readonly additionalData: AdditionalData | undefined;
  /** Ends it. */
  readonly abort: AbortController;
  /** What the summary said of the step before; another word since shows that it arrived. `undefined` when that is not known yet. */
  readonly before: StepResult | null | undefined;
  /** Calls of this submission that the API has taken. */
  readonly takenCalls: number;
  /** Share that has left, 0 to 1. */
  readonly progress: number;
  readonly phase:
    | { readonly status: 'under-way'; readonly activity: SubmissionActivity }
    /** The API has it, since `takenAtMs` of the journey's clock; readings of the first `asks` asks do not show it. */
    | { readonly status: 'taken'; readonly takenAtMs: number; readonly asks: number }
    | { readonly status: 'failed'; readonly error: StepframeError }
    /** The first of two sides is there, and the other one was let go. */
    | { readonly status: 'half' };
}

/** Whether the API has the first of two sides and not the other one: until it comes, the summary says that the step is being processed. */
export function isHalf({ takenCalls, phase }: Submission): boolean {
  return phase.status === 'half' || (phase.status === 'failed' && takenCalls > 0);
}
