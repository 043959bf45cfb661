import type { JourneyClient } from '../client/createJourneyClient.ts';
import type { Receipt } from '../contract/step.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { NetworkEvidence } from './createNetworkEvidence.ts';
import type { SummaryReads } from './createSummaryReads.ts';
import type { Flight } from './Flight.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import type { SubmissionContent, SubmissionHandle } from './SubmissionHandle.ts';
import type { SummaryReading } from './SummaryState.ts';

export interface FlightsOptions {
  readonly client: Pick<JourneyClient, 'processStep' | 'keepsKeys'>;
  readonly journeyId: string;
  readonly reads: SummaryReads;
  readonly environment: JourneyEnvironment;
  readonly network: NetworkEvidence;
  /** The pictures of a handle that was read back from storage; `null` when they are gone. */
  readonly restore: (stepId: string, handle: SubmissionHandle) => Promise<SubmissionContent | null>;
  readonly emit: (event: JourneyEvent) => void;
  readonly onChange: () => void;
  /** The summary should be read soon. */
  readonly onNews: () => void;
  /** The API has taken something. */
  readonly onArrival: (stepId: string) => void;
  readonly onReading: (summary: JourneySummary) => void;
}

/** What one page sends in one journey: at most one submission per step at a time. */
export interface Flights {
  /** The step's latest submission. */
  readonly find: (stepId: string) => Flight | undefined;
  /** One try; who asks for what is on its way already gets the same answer. @throws StepframeError */
  readonly submit: (stepId: string, handle: SubmissionHandle) => Promise<Receipt>;
  /** Stops what is on its way. */
  readonly cancel: (stepId: string) => void;
  /** A handle to send once more what failed; `null` when it is gone. */
  readonly retry: (stepId: string) => SubmissionHandle | null;
  /** Lets go of what failed. */
  readonly reset: (stepId: string) => void;
  readonly isSending: () => boolean;
  /** Steps whose verdict the reading of that request cannot show, and those that may have arrived. */
  readonly listAwaited: (ask: number) => readonly { readonly stepId: string; readonly sinceMs: number }[];
  /** Steps that were submitted before that request, and have had no verdict since. */
  readonly listUnjudged: (ask: number) => readonly string[];
  readonly judge: (stepId: string) => void;
  /** Looks whether a reading shows what was thought to be lost. */
  readonly read: (reading: SummaryReading) => void;
}
