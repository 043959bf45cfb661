import type { PictureVault } from '../vault/PictureVault.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import type { StepState } from './toStepState.ts';
import type { SubmissionSides } from './Submission.ts';
import type { SummaryState } from './SummaryState.ts';

/** Where completing the journey stands. */
export type CompletionState =
  | { readonly status: 'idle'; readonly complete: () => void }
  | { readonly status: 'completing' }
  | { readonly status: 'completed' }
  | { readonly status: 'failed'; readonly error: StepframeError; readonly complete: () => void };

/** How one step is to be submitted. */
export interface JourneyStepOptions {
  /** Whether both sides of a document go in one call or each in its own. Default `together`. */
  readonly sides?: SubmissionSides | undefined;
  /** Whether the flow lets the person leave the step out. Default `false`. */
  readonly isOptional?: boolean | undefined;
}

/** One step of a journey. */
export interface JourneyStep {
  /** The same object until something changes. */
  readonly getState: () => StepState;
}

/**
 * One journey: the one owner of its polling, of what is being sent and of what is told to other tabs. Any number of readers share it.
 */
export interface Journey {
  readonly journeyId: string;
  /** Keeps pictures that were taken over a reload; `null` where none are to be kept, or the client has no key for it. */
  readonly vault: PictureVault | null;
  /** The same object until something changes. */
  readonly getSummary: () => SummaryState;
  readonly getCompletion: () => CompletionState;
  /** A step by its id as Flow Builder shows it, such as `"0"`. */
  readonly step: (stepId: string, options?: JourneyStepOptions) => JourneyStep;
  /** Asks for the summary at once, also after a failure that ended the polling. */
  readonly refresh: () => void;
  /**
   * Tells what happens. What the listener throws is ignored.
   *
   * @returns stops it
   */
  readonly listen: (onEvent: (event: JourneyEvent) => void) => () => void;
  /**
   * Calls back after every change. Polling runs while somebody listens.
   *
   * @returns stops it
   */
  readonly subscribe: (onChange: () => void) => () => void;
}
