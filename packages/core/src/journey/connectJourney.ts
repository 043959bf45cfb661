import type { JourneyClient } from '../client/createJourneyClient.ts';
import { fetchPart } from '../client/fetchPart.ts';
import { toPublicSummary } from '../contract/toPublicSummary.ts';
import { createBrowserEnvironment } from '../environment/createBrowserEnvironment.ts';
import type { JourneyChannel } from '../environment/JourneyEnvironment.ts';
import { RequestError } from '../errors/RequestError.ts';
import type { StepframeError } from '../errors/StepframeError.ts';
import { openVault } from '../vault/openVault.ts';
import { pollDelay } from '../verdict/pollDelay.ts';
import { createFlights } from './createFlights.ts';
import { createNetworkEvidence } from './createNetworkEvidence.ts';
import { createSummaryReads } from './createSummaryReads.ts';
import type { JourneyConnection, JourneyFollower } from './JourneyConnection.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import { isResendable } from './resendable.ts';
import { holdSubmission, type SubmissionContent, type SubmissionHandle } from './SubmissionHandle.ts';
import type { SummaryReading } from './SummaryState.ts';
import { toStepframeError } from './toStepframeError.ts';
import { toVerdictEvents } from './toVerdictEvents.ts';

/** A journey that has begun, and the client to reach it with. Make the client once, outside of rendering. */
export interface JourneyRef {
  /** From `createRelayClient`, or `createClient` on a backend. */
  readonly client: JourneyClient;
  readonly journeyId: string;
}

const dayMs = 86_400_000;

/** Between two looks at a journey in which nothing is awaited, in milliseconds: a step may be re-opened, or completed by a backend. */
const idlePollMs = 30_000;

/** Connections of a client that are kept while nothing happens in them: a backend's client sees many journeys. */
const maxIdle = 50;

const connections = new WeakMap<JourneyClient, Map<string, { readonly connection: JourneyConnection; readonly isIdle: () => boolean }>>();

/**
 * The connection of a journey: the same one for the same client and id, and opened when it is first asked for. Nothing is asked and nothing is
 * sent before somebody reads or submits.
 *
 * Source of the rules: reference/get-journey-summary (2 s), docs/handling-retries-and-errors (who may submit again).
 */
export function connectJourney({ client, journeyId }: JourneyRef): JourneyConnection {
  const ofClient = connections.get(client) ?? new Map();
  connections.set(client, ofClient);
  const known = ofClient.get(journeyId);
  if (known) return known.connection;
  for (const [id, { isIdle }] of ofClient) if (ofClient.size >= maxIdle && isIdle()) ofClient.delete(id);
  const opened = openConnection(client, journeyId);
  ofClient.set(journeyId, opened);
  return opened.connection;
}

function openConnection(client: JourneyClient, journeyId: string): { connection: JourneyConnection; isIdle: () => boolean } {
  const environment = client.environment ?? createBrowserEnvironment();
  const keepPicturesMs = client.keepPicturesMs ?? dayMs;
  const vault = keepPicturesMs > 0 ? openVault(client, journeyId, keepPicturesMs) : null;
  const network = createNetworkEvidence(environment);
  const changeListeners = new Set<() => void>();
  const eventListeners = new Set<(event: JourneyEvent) => void>();
  const followers = new Set<JourneyFollower>();
  let lastReading: SummaryReading | null = null;
  let isSessionOver = false;
  let completing: Promise<void> | null = null;
  let completedAsks: number | null = null;
  let completeFailures = 0;
  let channel: JourneyChannel | null = null;
  let unwatch = (): void => {};

  const notify = (): void => {
    for (const listener of changeListeners) listener();
  };
  const emit = (event: JourneyEvent): void => {
    for (const listener of eventListeners) {
      try {
        listener(event);
      } catch {
        // A fault in the host's own statistics must not become a fault of the journey.
      }
    }
  };
  const announce = (): void => {
    for (const { onNews } of followers) onNews();
  };

  function onRead(reading: SummaryReading): void {
    network.noteAnswer();
    isSessionOver = false;
    flights.read(reading);
    for (const event of toVerdictEvents(lastReading, reading, flights.listUnjudged(reading.ask))) {
      if (event.type === 'step-result') flights.judge(event.stepId);
      emit(event);
    }
    lastReading = reading;
    if (reading.summary.isCompleted) void vault?.clear();
    // A step was opened again, so that there is something to complete once more.
    else if (completedAsks !== null && reading.ask > completedAsks) completedAsks = null;
  }

  function onFailure(error: StepframeError): void {
    if (error instanceof RequestError && error.status !== undefined) network.noteAnswer();
    const wasOver = isSessionOver;
    isSessionOver = error.code === 'request/session-expired';
    if (isSessionOver && !wasOver) emit({ type: 'session-expired' });
  }

  const reads = createSummaryReads({
    client,
    journeyId,
    environment,
    toPublic: client.toPublicSummary ?? toPublicSummary,
    toPause(reading) {
      const { summary, ask, changedAtMs } = reading;
      const awaiting = flights.listAwaited(ask);
      const lastEventMs = Math.max(changedAtMs, ...awaiting.map(({ sinceMs }) => sinceMs));
      const delayMs = pollDelay(summary, {
        unchangedMs: environment.now() - lastEventMs,
        awaiting: awaiting.map(({ stepId }) => stepId),
      });
      if (delayMs !== false) return { ms: delayMs, isForNews: true };
      return { ms: summary.isCompleted ? Infinity : idlePollMs, isForNews: false };
    },
    onRead,
    onFailure,
  });

  async function restore(stepId: string, { action, key }: SubmissionHandle): Promise<SubmissionContent | null> {
    if (action === 'skip') return { images: null, additionalData: undefined };
    const kept = await vault?.load(stepId);
    if (!kept?.front || kept.sent?.key !== key) return null;
    return { images: kept.back ? [kept.front, kept.back] : [kept.front], additionalData: kept.additionalData };
  }

  const flights = createFlights({
    client,
    journeyId,
    reads,
    environment,
    network,
    restore,
    emit,
    onChange: notify,
    onNews: announce,
    onArrival(stepId) {
      void vault?.drop(stepId);
      channel?.call();
    },
    onReading(summary) {
      for (const follower of followers) follower.onReading(summary);
    },
  });

  async function tryToComplete(): Promise<void> {
    const { signal } = new AbortController();
    try {
      const { trySafely } = await fetchPart(() => import('./trySafely.ts'));
      await trySafely({
        send: () => client.completeJourney(journeyId, { signal }).finally(reads.restart),
        hasArrived: async () => (await reads.read(false)).isCompleted,
        isUncertain: false,
        isRepeatable: true,
        countFailure: () => (completeFailures += 1),
        environment,
        network,
        signal,
        onActivity: () => {},
      });
      completedAsks = reads.countAsks();
      completeFailures = 0;
      channel?.call();
    } catch (caught) {
      const error = toStepframeError(caught);
      if (!isResendable(error)) completeFailures = 0;
      throw error;
    } finally {
      completing = null;
      announce();
      notify();
    }
  }

  const connection: JourneyConnection = {
    journeyId,
    environment,
    network,
    vault,
    read: reads.read,
    latest: () => reads.latest()?.summary,
    untilNextRead: reads.untilNext,
    askOf: reads.askOf,
    failure: reads.failure,
    hold: (content, { sides = 'together', ...handle }) =>
      holdSubmission(content, { ...handle, sides, key: handle.key ?? environment.createKey() }),
    submit: flights.submit,
    flights,
    complete: () => (completing ??= tryToComplete()),
    isCompleting: () => completing !== null,
    completedAsks: () => completedAsks,
    listen(onEvent) {
      const listener = (event: JourneyEvent): void => onEvent(event);
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    subscribe(onChange) {
      const listener = (): void => onChange();
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    follow(follower) {
      const own = { ...follower };
      followers.add(own);
      channel ??= environment.openChannel(`stepframe ${journeyId}`, announce);
      if (followers.size === 1) {
        unwatch = environment.watch(() => {
          if (environment.isVisible() && environment.isOnline()) announce();
        });
      }
      return () => {
        followers.delete(own);
        if (followers.size > 0) return;
        unwatch();
        channel?.close();
        channel = null;
      };
    },
  };
  return { connection, isIdle: () => !flights.isSending() && followers.size === 0 && changeListeners.size === 0 };
}
