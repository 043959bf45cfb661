'use client';

import type { CompletionState, Journey, StepState } from '@stepframe/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStepframe } from '../StepframeProvider.tsx';
import type { JourneyDefinition, StepDefinition } from './JourneyDefinition.ts';
import { type JourneyItem, type JourneyState, toJourneyState } from './toJourneyState.ts';
import { useCompleteJourney } from './useCompleteJourney.ts';
import { useJourneySummary, type UseJourneySummaryResult } from './useJourneySummary.ts';

/**
 * Leads through a journey: to the next step that is not done, back to one that was opened again, and to the end.
 *
 * Where a person stands is not stored: after a reload, or days later, the summary says it. Call it once, above what shows the steps.
 *
 * @param definition The steps as data. Keep it stable between renders.
 * @throws Error for a definition without steps: it would complete a journey for which nothing was sent
 */
export function useJourney<Step extends StepDefinition>(definition: JourneyDefinition<Step>): JourneyState<Step> {
  const { journey } = useStepframe();
  const { steps, order, completes = true } = definition;
  const getItems = useMemo(() => watchItems(journey, steps), [journey, steps]);
  const items = useSyncExternalStore(journey.subscribe, getItems, getItems);
  const summary = useJourneySummary();
  const completion = useFollowedCompletion(summary);
  const [enteredId, enter] = useState<string | null>(null);

  const state = useMemo(
    () => toJourneyState({ definition: { order, completes }, items, summary, completion, enteredId, enter }),
    [order, completes, items, summary, completion, enteredId],
  );
  // From now on its verdict is waited for, whatever else may be opened again meanwhile.
  if (state.status === 'step' && state.step.id !== enteredId) enter(state.step.id);

  const complete = completes && completion.status === 'idle' && items.every((item) => item.isDone) ? completion.complete : null;
  useEffect(() => complete?.(), [complete]);
  return state;
}

/** Completing the journey, over only when the summary was looked at once more: the end is shown as it is. */
function useFollowedCompletion(summary: UseJourneySummaryResult): CompletionState {
  const completion = useCompleteJourney();
  const isOver = completion.status === 'completed';
  const [readBefore, setReadBefore] = useState<UseJourneySummaryResult | null>(null);
  if (isOver !== (readBefore !== null)) setReadBefore(isOver ? summary : null);
  return isOver && readBefore === summary ? { status: 'completing' } : completion;
}

/** The steps with where they stand: the same array until that changes. */
function watchItems<Step extends StepDefinition>(journey: Journey, steps: readonly Step[]): () => readonly JourneyItem<Step>[] {
  if (steps.length === 0) throw new Error('Stepframe: this journey has no steps. Name those of its flow in `definition.steps`.');
  const watched = steps.map((step) => ({ step, ...journey.step(step.id, { sides: step.submitSides, isOptional: step.isOptional }) }));
  let items: readonly JourneyItem<Step>[] = [];
  return () => {
    const next = watched.map(({ step, getState }) => toItem(step, getState()));
    if (next.some(({ state }, at) => state !== items[at]?.state)) items = next;
    return items;
  };
}

function toItem<Step>(step: Step, state: StepState): JourneyItem<Step> {
  const { status } = state;
  const isFinal = status === 'rejected' && !state.canRetry;
  return { step, state, isDone: isFinal || status === 'accepted' || status === 'skipped' || status === 'concluded' };
}
