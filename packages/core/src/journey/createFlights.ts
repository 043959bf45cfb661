import { fetchPart } from '../client/fetchPart.ts';
import type { Receipt } from '../contract/step.ts';
import type { JourneySummary } from '../contract/summary.ts';
import { StepError } from '../errors/StepError.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { minPollIntervalMs } from '../verdict/pollDelay.ts';
import { toVerdict } from '../verdict/toVerdict.ts';
import { createAnswerLookout } from './createAnswerLookout.ts';
import { findStepResult } from './findStepResult.ts';
import { type Flight, isHalfSent, isOffline } from './Flight.ts';
import type { Flights, FlightsOptions } from './Flights.ts';
import { losePictures } from './losePictures.ts';
import { mayHaveArrived } from './mayHaveArrived.ts';
import { refuseSamePicture } from './refuseSamePicture.ts';
import { refuseUnseen } from './refuseUnseen.ts';
import { isResendable } from './resendable.ts';
import { hasMoved, isRejected } from './stepChanges.ts';
import { holdSubmission, type SubmissionContent, type SubmissionHandle, takeContent } from './SubmissionHandle.ts';
import { toStepframeError } from './toStepframeError.ts';

const loadSending = () => import('./sendFlight.ts');

/** How long a summary may take to show what was answered as taken, in milliseconds. */
const showDueMs = 30_000;

/** Keeps the submissions of one journey that are in flight; see `trySafely` for what is sent again automatically. */
export function createFlights(options: FlightsOptions): Flights {
  const { client, journeyId, reads, environment, network, restore, emit, onChange, onNews, onArrival, onReading } = options;
  const latest = new Map<string, Flight>();
  /** Tries that have not ended. */
  const tries = new Map<string, { readonly key: string; readonly outcome: Promise<Receipt> }>();
  /** Requests that were made when a step was taken; no verdict has come since. */
  const unjudged = new Map<string, number>();
  /** Of the pictures that a step took last, to know them again. */
  const takenDigests = new Map<string, string>();
  /** Steps with a submission that failed or was stopped and may have arrived, with what the summary said before it. */
  const uncertain = new Map<string, { readonly before: Flight['before']; readonly sinceMs: number }>();

  async function readAndShow(isForNews: boolean): Promise<JourneySummary> {
    const summary = await reads.read(isForNews);
    onReading(summary);
    return summary;
  }

  const answers = createAnswerLookout({
    environment,
    read: () => readAndShow(true),
    // At least a moment, so that it never spins.
    untilNextRead: () => Math.max(1, reads.untilNext(reads.latest()?.summary) || minPollIntervalMs),
    onOverdue: onNews,
  });

  /** Changes the flight while it is the step's latest. */
  function change(stepId: string, abort: AbortController, changes: Partial<Flight>): void {
    const flight = latest.get(stepId);
    if (flight?.abort !== abort) return;
    latest.set(stepId, { ...flight, ...changes });
    onChange();
  }

  function begin(stepId: string, handle: SubmissionHandle, content: SubmissionContent): Flight {
    const summary = reads.latest()?.summary;
    const doubt = uncertain.get(stepId);
    const earlier = latest.get(stepId);
    const isSame = earlier?.handle.key === handle.key;
    // Of two sides in two calls the first is there: what is sent now is the other one.
    const hasFront = earlier?.phase.status === 'partial' && content.images?.[1] !== undefined;
    const flight: Flight = {
      ...content,
      handle,
      abort: new AbortController(),
      before: doubt ? doubt.before : summary && findStepResult(summary, stepId),
      takenCalls: isSame ? earlier.takenCalls : Number(hasFront),
      failures: 0,
      progress: 0,
      phase: { status: 'in-flight', activity: 'checking' },
    };
    latest.set(stepId, flight);
    onChange();
    return flight;
  }

  async function open(stepId: string, handle: SubmissionHandle): Promise<Flight> {
    const flight = latest.get(stepId);
    const isGoingOn = flight?.handle.key === handle.key && flight.phase.status === 'in-flight';
    if (isGoingOn) return flight;
    const held = takeContent(handle);
    if (held) return begin(stepId, handle, held);
    const kept = await restore(stepId, handle);
    if (!kept) throw losePictures();
    // It was sent before the page was loaded, and may have arrived.
    return begin(stepId, { ...handle, isAgain: true }, kept);
  }

  async function attempt(stepId: string, handle: SubmissionHandle): Promise<Receipt> {
    const { abort, images, ...opened } = await open(stepId, handle);
    let { before } = opened;
    const inform = (changes: Partial<Flight>): void => {
      if ('before' in changes) ({ before } = changes);
      change(stepId, abort, changes);
    };
    try {
      const { sendFlight } = await fetchPart(loadSending);
      const digest = images && (await environment.digest(images.flatMap((image) => (image ? [image.blob] : []))).catch(() => null));
      if (digest && digest === takenDigests.get(stepId) && !handle.isConfirmed && isRejected(reads.latest()?.summary, stepId))
        throw refuseSamePicture();
      inform({ phase: { status: 'in-flight', activity: 'elsewhere' } });
      const status = await environment.exclusively(`stepframe ${journeyId} ${stepId}`, abort.signal, (hasWaited) => {
        inform({ phase: { status: 'in-flight', activity: 'checking' } });
        const flight = latest.get(stepId);
        if (flight?.abort !== abort) throw toStepframeError(abort.signal.reason);
        return sendFlight({
          client,
          journeyId,
          stepId,
          flight,
          isUncertain: hasWaited || uncertain.has(stepId),
          readNow: () => readAndShow(false),
          onCallEnd: reads.restart,
          answers,
          environment,
          network,
          change: inform,
        });
      });
      if (digest) takenDigests.set(stepId, digest);
      return arrive(stepId, abort, status);
    } catch (caught) {
      const error = toStepframeError(caught);
      if (!isResendable(error)) fail(stepId, abort, before, error);
      else if (!isOffline(latest.get(stepId))) inform({ phase: { status: 'in-flight', activity: 'pausing' } });
      throw error;
    }
  }

  function arrive(stepId: string, abort: AbortController, status: number): Receipt {
    const receipt: Receipt = { journeyId, stepId, status };
    const flight = latest.get(stepId);
    if (flight?.abort !== abort) return receipt;
    const isSkip = flight.handle.action === 'skip';
    const asks = reads.countAsks();
    uncertain.delete(stepId);
    if (!isSkip) unjudged.set(stepId, asks);
    change(stepId, abort, { progress: 1, phase: { status: 'submitted', atMs: environment.now(), asks, receipt } });
    emit({ type: isSkip ? 'step-skipped' : 'step-submitted', stepId });
    onArrival(stepId);
    onNews();
    return receipt;
  }

  function fail(stepId: string, abort: AbortController, before: Flight['before'], error: StepframeError): void {
    const isUnclear = !(error instanceof StepError) && mayHaveArrived(error);
    if (isUnclear) uncertain.set(stepId, { before, sinceMs: environment.now() });
    if (!abort.signal.aborted) {
      change(stepId, abort, { phase: { status: 'ended' } });
      emit({ type: 'step-failed', stepId, code: error.code });
    }
    onNews();
  }

  /** Whatever answered, it was not the API, or it lost them. A new name, because a relay would answer the old one as before. */
  function fallIntoDoubt(stepId: string, flight: Flight): void {
    const error = refuseUnseen();
    unjudged.delete(stepId);
    uncertain.set(stepId, { before: flight.before, sinceMs: environment.now() });
    const handle = { ...flight.handle, key: environment.createKey(), isAgain: false };
    change(stepId, flight.abort, { handle, takenCalls: 0, phase: { status: 'doubted', error } });
    emit({ type: 'step-failed', stepId, code: error.code });
    onNews();
  }

  return {
    find: (stepId) => latest.get(stepId),

    async submit(stepId, handle) {
      const running = tries.get(stepId);
      if (running?.key === handle.key) return await running.outcome;
      // Another capture of the step is on its way, from another cache of this page: it comes first.
      if (running) await running.outcome.catch(() => undefined);
      const flight = latest.get(stepId);
      if (flight?.handle.key === handle.key && flight.phase.status === 'submitted' && !handle.isConfirmed) return flight.phase.receipt;
      const outcome = attempt(stepId, handle).finally(() => {
        if (tries.get(stepId) === mine) tries.delete(stepId);
      });
      const mine = { key: handle.key, outcome };
      tries.set(stepId, mine);
      return await outcome;
    },

    cancel(stepId) {
      const flight = latest.get(stepId);
      if (flight?.phase.status !== 'in-flight') return;
      // Between two tries nothing rejects, and what was tried may have arrived.
      if (!tries.has(stepId) && flight.failures > 0) uncertain.set(stepId, { before: flight.before, sinceMs: environment.now() });
      latest.delete(stepId);
      tries.delete(stepId);
      flight.abort.abort();
      onChange();
    },

    retry(stepId) {
      const flight = latest.get(stepId);
      if (!flight || (flight.phase.status !== 'ended' && flight.phase.status !== 'doubted')) return null;
      const { handle, images, additionalData } = flight;
      return holdSubmission({ images, additionalData }, { ...handle, isConfirmed: true });
    },

    reset(stepId) {
      const flight = latest.get(stepId);
      if (!flight || flight.phase.status === 'in-flight') return;
      if (isHalfSent(flight)) change(stepId, flight.abort, { images: null, phase: { status: 'partial' } });
      else {
        latest.delete(stepId);
        onChange();
      }
    },

    isSending: () => tries.size > 0,

    listAwaited(ask) {
      const taken = [...latest].flatMap(([stepId, { phase, images }]) =>
        phase.status === 'submitted' && (phase.asks >= ask || images) ? [{ stepId, sinceMs: phase.atMs }] : [],
      );
      const overdue = answers.listOverdue().map((stepId) => ({ stepId, sinceMs: environment.now() }));
      return [...taken, ...overdue, ...[...uncertain].map(([stepId, { sinceMs }]) => ({ stepId, sinceMs }))];
    },

    listUnjudged: (ask) => [...unjudged].flatMap(([stepId, asks]) => (asks < ask ? [stepId] : [])),
    judge: (stepId) => void unjudged.delete(stepId),

    read({ summary, ask }) {
      // While the network is there: it may be gone when something is to be sent, and a part that did not come is not asked for twice.
      void loadSending().catch(() => undefined);
      for (const [stepId, flight] of latest) {
        const { phase, before, images, abort } = flight;
        if (phase.status === 'in-flight' && hasMoved(summary, stepId, before)) answers.notice(stepId);
        if (phase.status !== 'submitted' || !images || ask <= phase.asks) continue;
        if (summary.isCompleted || toVerdict(summary, stepId).status !== 'open') change(stepId, abort, { images: null });
        else if (environment.now() - phase.atMs >= showDueMs) fallIntoDoubt(stepId, flight);
      }
      for (const [stepId, { before }] of uncertain) {
        const flight = latest.get(stepId);
        if (!hasMoved(summary, stepId, before) || flight?.phase.status === 'in-flight') continue;
        uncertain.delete(stepId);
        // Its answer was lost; nobody will send the pictures again.
        if (flight?.phase.status === 'ended' || flight?.phase.status === 'doubted') arrive(stepId, flight.abort, 200);
      }
    },
  };
}
