import type { JourneyClient } from '../client/createJourneyClient.ts';
import { fetchPart } from '../client/fetchPart.ts';
import { StepError } from '../errors/StepError.ts';
import { toVerdict } from '../verdict/toVerdict.ts';
import { createAnswerWatch } from './createAnswerWatch.ts';
import type { SummaryFeed } from './createSummaryFeed.ts';
import { findStepResult } from './findStepResult.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import { mayHaveArrived } from './mayHaveArrived.ts';
import { isHalf, type Submission, type SubmissionSides } from './Submission.ts';
import { refuseSamePicture } from './refuseSamePicture.ts';
import { refuseUnseen } from './refuseUnseen.ts';
import type { SummaryReading } from './SummaryState.ts';
import { toStepframeError } from './toStepframeError.ts';
import type { StepActions } from './toStepState.ts';

export interface SubmissionsOptions {
  readonly client: Pick<JourneyClient, 'processStep' | 'keepsKeys'>;
  readonly journeyId: string;
  readonly feed: SummaryFeed;
  readonly environment: JourneyEnvironment;
  readonly tell: (event: JourneyEvent) => void;
  readonly onChange: () => void;
  /** The API has taken something. */
  readonly onArrival: (stepId: string) => void;
}

/** What is being sent in one journey: at most one submission per step, from the person's word until another one takes its place. */
export interface Submissions {
  readonly find: (stepId: string) => Submission | undefined;
  readonly toActions: (
    stepId: string,
    options: { readonly sides: SubmissionSides; readonly isOptional: boolean },
  ) => Omit<StepActions, 'refresh'>;
  /** Whether a submission has left a while ago and nothing has come back: the summary may know what its answer would say. */
  readonly isAnswerDue: () => boolean;
  /** Steps whose verdict the reading of that ask cannot show, and those that may have arrived. */
  readonly listAwaited: (ask: number) => readonly { readonly stepId: string; readonly sinceMs: number }[];
  /** Steps that were submitted before that ask, and have had no verdict since. */
  readonly listUnjudged: (ask: number) => readonly string[];
  readonly judge: (stepId: string) => void;
  /** Looks whether a reading shows what was thought to be lost. */
  readonly read: (reading: SummaryReading) => void;
}

/** How a submission begins. */
interface Start extends Pick<Submission, 'images' | 'sides' | 'additionalData'> {
  /** Key under which these pictures were sent before the page was loaded. */
  readonly earlierKey?: string | undefined;
  /** The one that failed, when its very pictures are sent again by the person's word. */
  readonly earlier?: Submission;
}

const loadSending = () => import('./sendSubmission.ts');

/** How long a summary may take to show what was answered as taken, in milliseconds. */
const showDueMs = 30_000;

/** Keeps the submissions of one journey; see `sendSafely` for what is sent again by itself. */
export function createSubmissions(options: SubmissionsOptions): Submissions {
  const { client, journeyId, feed, environment, tell, onChange, onArrival } = options;
  const latest = new Map<string, Submission>();
  /** Asks that were made when a step was taken; no verdict has come since. */
  const unjudged = new Map<string, number>();
  /** Of the pictures that a step took last, to know them again. */
  const takenDigests = new Map<string, string>();
  /** Steps with a submission that failed or was stopped and may have arrived, with what the summary said before it. */
  const uncertain = new Map<string, { readonly before: Submission['before']; readonly sinceMs: number }>();
  const answers = createAnswerWatch(environment, feed.nudge);

  /** Changes the submission while it is the step's latest. */
  function change(stepId: string, abort: AbortController, changes: Partial<Submission>): void {
    const submission = latest.get(stepId);
    if (submission?.abort !== abort) return;
    latest.set(stepId, { ...submission, ...changes });
    onChange();
  }

  function drop(stepId: string): void {
    latest.delete(stepId);
    onChange();
  }

  function begin(stepId: string, { images, sides, additionalData, earlierKey, earlier }: Start): void {
    // A double click, or two components with one step, must not send twice.
    if (latest.get(stepId)?.phase.status === 'under-way') return;
    const state = feed.getState();
    const doubt = uncertain.get(stepId);
    // Of two sides in two calls the first is there: what is sent now is the other one.
    const hasFront = latest.get(stepId)?.phase.status === 'half' && images?.[1] !== undefined;
    const submission: Submission = {
      key: earlier?.key ?? earlierKey ?? environment.createKey(),
      isAgain: earlier?.isAgain ?? earlierKey !== undefined,
      images,
      isSkip: images === null,
      sides,
      additionalData,
      abort: new AbortController(),
      before: doubt ? doubt.before : state.status === 'ready' ? findStepResult(state.summary, stepId) : undefined,
      takenCalls: earlier?.takenCalls ?? Number(hasFront),
      progress: 0,
      phase: { status: 'under-way', activity: 'checking' },
    };
    latest.set(stepId, submission);
    onChange();
    void send(stepId, submission, earlier !== undefined);
  }

  async function send(stepId: string, submission: Submission, isConfirmed: boolean): Promise<void> {
    const { abort, images } = submission;
    const letGo = feed.hold();
    try {
      const { sendSubmission } = await fetchPart(loadSending);
      const digest = images && (await environment.digest(images.flatMap((image) => (image ? [image.blob] : []))).catch(() => null));
      if (digest && digest === takenDigests.get(stepId) && !isConfirmed && isRejected(stepId)) throw refuseSamePicture();
      const inform = (changes: Partial<Submission>): void => change(stepId, abort, changes);
      inform({ phase: { status: 'under-way', activity: 'elsewhere' } });
      await environment.exclusively(`stepframe ${journeyId} ${stepId}`, abort.signal, (hasWaited) => {
        const isUncertain = hasWaited || uncertain.has(stepId);
        inform({ phase: { status: 'under-way', activity: 'checking' } });
        return sendSubmission({
          client,
          journeyId,
          stepId,
          submission,
          isConfirmed,
          isUncertain,
          feed,
          answers,
          environment,
          change: inform,
        });
      });
      if (digest) takenDigests.set(stepId, digest);
      arrive(stepId, abort);
    } catch (caught) {
      fail(stepId, submission, caught);
    } finally {
      letGo();
    }
  }

  function isRejected(stepId: string): boolean {
    const state = feed.getState();
    return state.status === 'ready' && toVerdict(state.summary, stepId).status === 'rejected';
  }

  function arrive(stepId: string, abort: AbortController): void {
    const submission = latest.get(stepId);
    if (submission?.abort !== abort) return;
    const { isSkip } = submission;
    const asks = feed.countAsks();
    uncertain.delete(stepId);
    if (!isSkip) unjudged.set(stepId, asks);
    change(stepId, abort, { progress: 1, phase: { status: 'taken', takenAtMs: environment.now(), asks } });
    tell({ type: isSkip ? 'step-skipped' : 'step-submitted', stepId });
    onArrival(stepId);
    feed.nudge();
  }

  function fail(stepId: string, { abort, before }: Submission, caught: unknown): void {
    const error = toStepframeError(caught);
    const isUnclear = !(error instanceof StepError) && mayHaveArrived(error);
    const known = latest.get(stepId)?.before ?? before;
    if (isUnclear) uncertain.set(stepId, { before: known, sinceMs: environment.now() });
    if (!abort.signal.aborted) {
      change(stepId, abort, { phase: { status: 'failed', error } });
      tell({ type: 'step-failed', stepId, code: error.code });
    }
    feed.nudge();
  }

  /** Whatever answered, it was not the API, or it lost them. A new name, because a relay would answer the old one as before. */
  function disbelieve(stepId: string, submission: Submission): void {
    unjudged.delete(stepId);
    change(stepId, submission.abort, { key: environment.createKey(), isAgain: false, takenCalls: 0 });
    fail(stepId, submission, refuseUnseen());
  }

  return {
    find: (stepId) => latest.get(stepId),

    toActions: (stepId, { sides, isOptional }) => ({
      submit: (images, { additionalData, earlierKey } = {}) => begin(stepId, { images, sides, additionalData, earlierKey }),
      skip: isOptional ? () => begin(stepId, { images: null, sides, additionalData: undefined }) : undefined,
      cancel() {
        const submission = latest.get(stepId);
        if (submission?.phase.status !== 'under-way') return;
        submission.abort.abort();
        drop(stepId);
      },
      retry() {
        const submission = latest.get(stepId);
        // Gone when the person pressed twice, or when a host kept the action for later.
        if (submission?.phase.status === 'failed') begin(stepId, { ...submission, earlier: submission });
      },
      reset() {
        const submission = latest.get(stepId);
        if (submission?.phase.status !== 'failed') return;
        if (isHalf(submission)) change(stepId, submission.abort, { images: null, phase: { status: 'half' } });
        else drop(stepId);
      },
    }),

    isAnswerDue: () => answers.listOverdue().length > 0,

    listAwaited(ask) {
      const taken = [...latest].flatMap(([stepId, { phase, images }]) =>
        phase.status === 'taken' && (phase.asks >= ask || images) ? [{ stepId, sinceMs: phase.takenAtMs }] : [],
      );
      const overdue = answers.listOverdue().map((stepId) => ({ stepId, sinceMs: environment.now() }));
      return [...taken, ...overdue, ...[...uncertain].map(([stepId, { sinceMs }]) => ({ stepId, sinceMs }))];
    },

    listUnjudged: (ask) => [...unjudged].flatMap(([stepId, asks]) => (asks < ask ? [stepId] : [])),
    judge: (stepId) => void unjudged.delete(stepId),

    read({ summary, ask }) {
      // While the network is there: it may be gone when something is to be sent, and a part that did not come is not asked for twice.
      void loadSending().catch(() => undefined);
      // Of a step that is open there is nothing: what moved was that it was opened again.
      const hasMoved = (stepId: string, before: Submission['before']): boolean =>
        before !== undefined && findStepResult(summary, stepId) !== before && toVerdict(summary, stepId).status !== 'open';
      for (const [stepId, submission] of latest) {
        const { phase, before, images, abort } = submission;
        if (phase.status === 'under-way' && hasMoved(stepId, before)) answers.notice(stepId);
        if (phase.status !== 'taken' || !images || ask <= phase.asks) continue;
        if (summary.isCompleted || toVerdict(summary, stepId).status !== 'open') change(stepId, abort, { images: null });
        else if (environment.now() - phase.takenAtMs >= showDueMs) disbelieve(stepId, submission);
      }
      for (const [stepId, { before }] of uncertain) {
        const submission = latest.get(stepId);
        if (!hasMoved(stepId, before) || submission?.phase.status === 'under-way') continue;
        uncertain.delete(stepId);
        // Its answer was lost; nobody will send the pictures again.
        if (submission?.phase.status === 'failed') arrive(stepId, submission.abort);
      }
    },
  };
}
