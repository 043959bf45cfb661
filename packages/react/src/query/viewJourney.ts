import {
  type CompletionState,
  connectJourney,
  type JourneyRef,
  type JourneyStepOptions,
  type JourneySummary,
  type MutationSnapshot,
  type StepframeError,
  type StepState,
  type SubmissionHandle,
  type SummaryState,
  toStepState,
  toSubmission,
} from '@stepframe/core';
import type { QueryClient } from '@tanstack/react-query';
import { completeJourneyMutation } from './completeJourneyMutation.ts';
import { journeyKeys } from './journeyKeys.ts';
import { processStepMutation } from './processStepMutation.ts';
import { toSummaryState } from './toSummaryState.ts';

/** Something that a cache says, the same object until it changes. It polls nothing by itself. */
export interface View<State> {
  readonly getState: () => State;
  /** Calls back after changes. @returns stops it */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Calls back when anything of the journey changes, in the cache or in flight. @returns stops it */
export function subscribeToJourney(queryClient: QueryClient, journey: JourneyRef, onChange: () => void): () => void {
  const isOurs = (key: readonly unknown[] | undefined): boolean => key?.[0] === 'stepframe' && key[1] === journey.journeyId;
  const stops = [
    queryClient.getQueryCache().subscribe(({ query }) => isOurs(query.queryKey) && onChange()),
    queryClient.getMutationCache().subscribe(({ mutation }) => isOurs(mutation?.options.mutationKey) && onChange()),
    connectJourney(journey).subscribe(onChange),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The summary as a cache has it. */
export function viewSummary(queryClient: QueryClient, journey: JourneyRef): View<SummaryState> {
  const queryKey = journeyKeys.summary(journey.journeyId);
  return {
    subscribe: (onChange) => subscribeToJourney(queryClient, journey, onChange),
    getState: remember(
      () => {
        const state = queryClient.getQueryState<JourneySummary, StepframeError>(queryKey);
        return [state?.data, state?.error, state?.errorUpdateCount, state?.data && connectJourney(journey).askOf(state.data)];
      },
      () => toSummaryState(journey, queryClient.getQueryState<JourneySummary, StepframeError>(queryKey)),
    ),
  };
}

/** One step as a cache and the connection have it, with what can be done there. */
export function viewStep(
  queryClient: QueryClient,
  journey: JourneyRef,
  stepId: string,
  {
    sides = 'together',
    isOptional = false,
    mutate,
  }: JourneyStepOptions & { readonly mutate?: (submission: SubmissionHandle) => void } = {},
): View<StepState> {
  const connection = connectJourney(journey);
  const { flights } = connection;
  const cache = queryClient.getMutationCache();
  const filter = { mutationKey: journeyKeys.step(journey.journeyId, stepId), exact: true };
  const summary = viewSummary(queryClient, journey);
  const findMutation = () => cache.findAll(filter).at(-1);
  const findSubmission = () =>
    toSubmission(findMutation()?.state as MutationSnapshot | undefined, flights.find(stepId), connection.network.hasNetwork());
  const removeMutations = (): void => {
    for (const mutation of cache.findAll(filter)) cache.remove(mutation);
  };
  const run =
    mutate ??
    ((submission: SubmissionHandle) => {
      const mutation = cache.build(queryClient, processStepMutation(journey, stepId));
      mutation.execute(submission).catch(() => undefined);
    });
  const start = (
    images: Parameters<typeof connection.hold>[0]['images'],
    additionalData: undefined | object,
    earlierKey?: string,
  ): void => {
    // A double click, or two components with one step, must not send twice.
    if (findSubmission()?.phase.status === 'under-way') return;
    const content = { images, additionalData: additionalData as Parameters<typeof connection.hold>[0]['additionalData'] };
    run(connection.hold(content, { sides, ...(earlierKey !== undefined && { key: earlierKey, isAgain: true }) }));
  };
  const actions = {
    submit: (images, { additionalData, earlierKey } = {}) => start(images, additionalData, earlierKey),
    skip: isOptional ? () => start(null, undefined) : undefined,
    cancel() {
      if (findSubmission()?.phase.status !== 'under-way') return;
      flights.cancel(stepId);
      for (const mutation of cache.findAll(filter)) if (mutation.state.status === 'pending') cache.remove(mutation);
    },
    retry() {
      // Gone when the user pressed twice, or when a host kept the action for later.
      const submission = findSubmission()?.phase.status === 'failed' ? flights.retry(stepId) : null;
      if (submission) run(submission);
    },
    reset() {
      if (findSubmission()?.phase.status !== 'failed') return;
      flights.reset(stepId);
      removeMutations();
    },
    refresh: () => void queryClient.invalidateQueries({ queryKey: journeyKeys.summary(journey.journeyId) }),
  } satisfies Parameters<typeof toStepState>[3];

  return {
    subscribe: summary.subscribe,
    getState: remember(
      () => [findMutation()?.state, flights.find(stepId), summary.getState(), connection.network.hasNetwork()],
      () => toStepState(stepId, findSubmission(), summary.getState(), actions),
    ),
  };
}

/** Completing the journey, as a cache and the connection have it. */
export function viewCompletion(queryClient: QueryClient, journey: JourneyRef, mutate?: () => void): View<CompletionState> {
  const connection = connectJourney(journey);
  const cache = queryClient.getMutationCache();
  const filter = { mutationKey: journeyKeys.complete(journey.journeyId), exact: true };
  const summary = viewSummary(queryClient, journey);
  const findMutation = () => cache.findAll(filter).at(-1)?.state;
  const isCompleting = () => findMutation()?.status === 'pending' || connection.isCompleting();
  const isCompleted = (): boolean => {
    const state = summary.getState();
    return (state.status === 'ready' && state.summary.isCompleted) || connection.completedAsks() !== null;
  };
  const complete = (): void => {
    if (isCompleting() || isCompleted()) return;
    if (mutate) mutate();
    else
      cache
        .build(queryClient, completeJourneyMutation(journey))
        .execute(undefined)
        .catch(() => undefined);
  };
  return {
    subscribe: summary.subscribe,
    getState: remember(
      () => [findMutation(), isCompleting(), isCompleted()],
      (): CompletionState => {
        if (isCompleted()) return { status: 'completed' };
        if (isCompleting()) return { status: 'completing' };
        const error = findMutation()?.error as StepframeError | null | undefined;
        return error ? { status: 'failed', error, complete } : { status: 'idle', complete };
      },
    ),
  };
}

/** Makes a value anew only when one of what it is made from is another one. */
function remember<Value>(read: () => readonly unknown[], make: () => Value): () => Value {
  let last: { readonly inputs: readonly unknown[]; readonly value: Value } | null = null;
  return () => {
    const inputs = read();
    if (!last || inputs.some((input, index) => input !== last?.inputs[index])) last = { inputs, value: make() };
    return last.value;
  };
}
