import type { JourneyClient } from '../client/createJourneyClient.ts';
import { fetchPart } from '../client/fetchPart.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { pollDelay } from '../verdict/pollDelay.ts';
import { createBrowserEnvironment } from '../environment/createBrowserEnvironment.ts';
import { createSubmissions } from './createSubmissions.ts';
import { createSummaryFeed } from './createSummaryFeed.ts';
import type { CompletionState, Journey, JourneyStep, JourneyStepOptions } from './Journey.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import type { SummaryReading, SummaryState } from './SummaryState.ts';
import { toStepframeError } from './toStepframeError.ts';
import { type StepState, toStepState } from './toStepState.ts';
import { openVault } from '../vault/openVault.ts';
import { toVerdictEvents } from './toVerdictEvents.ts';

export interface JourneyOptions {
  /** From `createRelayClient`, or `createClient` on a backend. */
  readonly client: JourneyClient;
  readonly journeyId: string;
  /**
   * How long pictures that were taken and not submitted are kept over a reload, encrypted, in milliseconds; 0 for never. Default
   * 86 400 000 (a day).
   */
  readonly keepPicturesMs?: number | undefined;
  /** Default: the page's own clock, network, visibility and tabs. */
  readonly environment?: JourneyEnvironment | undefined;
}

/** Between two looks at a journey in which nothing is awaited, in milliseconds: a step may be re-opened, or completed by a backend. */
const idlePollMs = 30_000;

/**
 * Opens a journey that has begun. Nothing is asked and nothing is sent before somebody listens or submits.
 *
 * Source of the rules: reference/get-journey-summary (2 s), docs/handling-retries-and-errors (who may submit again).
 */
export function createJourney(options: JourneyOptions): Journey {
  const { client, journeyId, keepPicturesMs = 86_400_000, environment = createBrowserEnvironment() } = options;
  const vault = keepPicturesMs > 0 ? openVault(client, journeyId, keepPicturesMs) : null;
  const listeners = new Set<() => void>();
  const hearers = new Set<(event: JourneyEvent) => void>();
  let completion: CompletionState['status'] = 'idle';
  let completionError: StepframeError | null = null;
  /** Asks that were made when it was completed; their readings do not show it. */
  let completedAsks = 0;
  let lastReading: SummaryReading | null = null;

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const tell = (event: JourneyEvent): void => {
    for (const hear of hearers) {
      try {
        hear(event);
      } catch {
        // A fault in the host's own statistics must not become a fault of the journey.
      }
    }
  };

  const feed = createSummaryFeed({
    client,
    journeyId,
    environment,
    isUrgent: () => submissions.isAnswerDue(),
    toPause(reading) {
      const { summary, ask, changedAtMs } = reading;
      const awaiting = submissions.listAwaited(ask);
      const lastEventMs = Math.max(changedAtMs, ...awaiting.map(({ sinceMs }) => sinceMs));
      const delayMs = pollDelay(summary, {
        unchangedMs: environment.now() - lastEventMs,
        awaiting: awaiting.map(({ stepId }) => stepId),
      });
      if (delayMs !== false) return { ms: delayMs, isForNews: true };
      return { ms: summary.isCompleted ? Infinity : idlePollMs, isForNews: false };
    },
    onChange(reading) {
      if (reading) {
        submissions.read(reading);
        for (const event of toVerdictEvents(lastReading, reading, submissions.listUnjudged(reading.ask))) {
          if (event.type === 'step-result') submissions.judge(event.stepId);
          tell(event);
        }
        lastReading = reading;
        if (reading.summary.isCompleted) void vault?.clear();
        // A step was opened again, so that there is something to complete once more.
        else if (completion === 'completed' && reading.ask > completedAsks) completion = 'idle';
      } else tellOfSession(feed.getState());
      notify();
    },
  });

  let isSessionOver = false;
  function tellOfSession(state: SummaryState): void {
    const wasOver = isSessionOver;
    isSessionOver = state.status !== 'loading' && state.error?.code === 'request/session-expired';
    if (isSessionOver && !wasOver) tell({ type: 'session-expired' });
  }

  const submissions = createSubmissions({
    client,
    journeyId,
    feed,
    environment,
    tell,
    onChange: notify,
    onArrival(stepId) {
      void vault?.drop(stepId);
      channel?.call();
    },
  });

  let channel: ReturnType<JourneyEnvironment['openChannel']> | null = null;

  async function complete(): Promise<void> {
    if (completion === 'completing' || completion === 'completed') return;
    completion = 'completing';
    notify();
    const { signal } = new AbortController();
    const letGo = feed.hold();
    try {
      const { sendSafely } = await fetchPart(() => import('./sendSafely.ts'));
      await sendSafely({
        send: () => client.completeJourney(journeyId, { signal }),
        hasArrived: async () => (await feed.refresh(signal)).summary.isCompleted,
        isUncertain: false,
        isRepeatable: true,
        environment,
        signal,
        onActivity: () => {},
      });
      completion = 'completed';
      completedAsks = feed.countAsks();
      channel?.call();
      feed.nudge();
    } catch (error) {
      completion = 'failed';
      completionError = toStepframeError(error);
      feed.nudge();
    } finally {
      letGo();
    }
    notify();
  }

  const getCompletion = remember(
    () => completion,
    () => isCompleted(feed.getState()),
    (status, isDone): CompletionState => {
      if (isDone || status === 'completed') return { status: 'completed' };
      if (status === 'failed' && completionError) return { status, error: completionError, complete: () => void complete() };
      return status === 'completing' ? { status } : { status: 'idle', complete: () => void complete() };
    },
  );

  function step(stepId: string, { sides = 'together', isOptional = false }: JourneyStepOptions = {}): JourneyStep {
    const actions = { ...submissions.toActions(stepId, { sides, isOptional }), refresh: feed.nudge };
    return {
      getState: remember(
        () => submissions.find(stepId),
        feed.getState,
        (submission, summary): StepState => toStepState(stepId, submission, summary, actions),
      ),
    };
  }

  return {
    journeyId,
    vault,
    getSummary: feed.getState,
    getCompletion,
    step,
    refresh: feed.nudge,
    listen(onEvent) {
      const hear = (event: JourneyEvent): void => onEvent(event);
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    subscribe(onChange) {
      // A function of its own, so that one listener may listen twice.
      const listener = (): void => onChange();
      listeners.add(listener);
      channel ??= environment.openChannel(`stepframe ${journeyId}`, feed.nudge);
      const letGo = feed.hold();
      return () => {
        listeners.delete(listener);
        letGo();
        if (listeners.size > 0) return;
        channel?.close();
        channel = null;
      };
    },
  };
}

const isCompleted = (state: SummaryState): boolean => state.status === 'ready' && state.summary.isCompleted;

/** Makes a value anew only when one of its two inputs is another one. */
function remember<One, Other, Value>(readOne: () => One, readOther: () => Other, make: (one: One, other: Other) => Value): () => Value {
  let last: { readonly one: One; readonly other: Other; readonly value: Value } | null = null;
  return () => {
    const [one, other] = [readOne(), readOther()];
    if (!last || last.one !== one || last.other !== other) last = { one, other, value: make(one, other) };
    return last.value;
  };
}
