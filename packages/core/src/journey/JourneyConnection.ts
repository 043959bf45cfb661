import type { Receipt } from '../contract/step.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import type { PictureVault } from '../vault/PictureVault.ts';
import type { Flights } from './Flights.ts';
import type { NetworkEvidence } from './createNetworkEvidence.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import type { SubmissionContent, SubmissionHandle } from './SubmissionHandle.ts';

/** What a cache is told of, so that it shows what happens elsewhere. */
export interface JourneyFollower {
  /** Something happened: the summary should be read again. */
  readonly onNews: () => void;
  /** A summary was read for a submission. */
  readonly onReading: (summary: JourneySummary) => void;
}

/**
 * The requests of one journey that one client has in flight, and what is known of them: a connection, not a state. Caches and providers of one
 * page share it, so that whatever they do the API is asked once in two seconds and a picture is sent once.
 */
export interface JourneyConnection {
  readonly journeyId: string;
  readonly environment: JourneyEnvironment;
  readonly network: Pick<NetworkEvidence, 'hasNetwork' | 'onProof'>;
  /** Keeps pictures that were taken over a reload; `null` where none are to be kept, or the client has no key for it. */
  readonly vault: PictureVault | null;
  /**
   * Reads the summary; callers share one request.
   *
   * @param isForNews Whether it may be held until the summary differs from the latest one, where something is awaited (long poll).
   * @throws StepframeError
   */
  readonly read: (isForNews: boolean) => Promise<JourneySummary>;
  /** The summary that was read last. */
  readonly latest: () => JourneySummary | undefined;
  /** How long until the summary is to be read again, in milliseconds, or `false` for never. */
  readonly untilNextRead: (summary: JourneySummary | undefined) => number | false;
  /** Number of the request that gave this summary; `Infinity` for one from elsewhere, which is taken at its word. */
  readonly askOf: (summary: JourneySummary) => number;
  /** Why the summary could not be read the last time; `null` when it could. */
  readonly failure: () => StepframeError | null;
  /** Names pictures, or the wish to leave a step out, for `submit`. */
  readonly hold: (content: SubmissionContent, handle: Partial<SubmissionHandle>) => SubmissionHandle;
  /** One try to submit; what is to be sent again is thrown as `isResendable`. @throws StepframeError */
  readonly submit: (stepId: string, handle: SubmissionHandle) => Promise<Receipt>;
  readonly flights: Pick<Flights, 'find' | 'cancel' | 'retry' | 'reset'>;
  /** One try to complete the journey. @throws StepframeError */
  readonly complete: () => Promise<void>;
  readonly isCompleting: () => boolean;
  /** Requests that were made when it was completed; `null` when it was not, or a step was opened again since. */
  readonly completedAsks: () => number | null;
  /** Tells what happens. What the listener throws is ignored. @returns stops it */
  readonly listen: (onEvent: (event: JourneyEvent) => void) => () => void;
  /** Calls back when a submission in flight changes. @returns stops it */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Tells a cache of what happens in other tabs, and when the page comes back. @returns stops it */
  readonly follow: (follower: JourneyFollower) => () => void;
}
