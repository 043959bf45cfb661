import type { CompletionState, JourneySummary, StepframeError, StepState } from '@stepframe/core';
import type { JourneyDefinition, StepDefinition } from './JourneyDefinition.ts';
import type { UseJourneySummaryResult } from './useJourneySummary.ts';

/** A step with where it stands. */
export interface JourneyItem<Step> {
  readonly step: Step;
  readonly state: StepState;
  /** Nothing more is asked of the person: accepted, left out, or no other try is allowed. */
  readonly isDone: boolean;
}

/** A step in a menu; one that is not done can be opened. */
export type MenuItem<Step> = JourneyItem<Step> & ({ readonly isDone: true } | { readonly isDone: false; readonly open: () => void });

interface Known<Item> {
  /** All steps, in the definition's order. */
  readonly items: readonly Item[];
}

interface UnderWay<Item> extends Known<Item> {
  /** Why the summary cannot be read just now, such as a session that is over; what the person is doing may go on. */
  readonly error: StepframeError | null;
}

/**
 * Where a journey stands, and what can be done there: an action that makes no sense is not there.
 *
 * - `loading`: the summary was never read yet.
 * - `failed`: it cannot be read, or the journey could not be completed; nothing that was sent is lost.
 * - `step`: `step` is being taken. Once it `isDone` the person has its verdict before their eyes, and `next` goes on. `leave` goes back to
 *   the menu, where there is one.
 * - `menu`: the person chooses. `complete` is there once what is still open is optional.
 * - `ready`: every step is done, and completing waits for a word (`completes: false`).
 * - `completing`: the journey is being completed.
 * - `completed`: here or elsewhere. A step that is opened again, by a renewal, leads back to `step` or `menu`.
 */
export type JourneyState<Step extends StepDefinition = StepDefinition> =
  | { readonly status: 'loading' }
  | {
      readonly status: 'failed';
      readonly during: 'loading' | 'completing';
      readonly error: StepframeError;
      readonly retry: () => void;
    }
  | (UnderWay<JourneyItem<Step>> & { readonly status: 'step'; readonly step: Step; readonly isDone: false; readonly leave?: () => void })
  | (UnderWay<JourneyItem<Step>> & { readonly status: 'step'; readonly step: Step; readonly isDone: true; readonly next: () => void })
  | (UnderWay<MenuItem<Step>> & { readonly status: 'menu'; readonly complete?: () => void })
  | (UnderWay<JourneyItem<Step>> & { readonly status: 'ready'; readonly complete: () => void })
  | (Known<JourneyItem<Step>> & { readonly status: 'completing' })
  | (Known<JourneyItem<Step>> & { readonly status: 'completed'; readonly summary: JourneySummary });

export interface JourneyStateInput<Step extends StepDefinition> {
  readonly definition: Pick<JourneyDefinition<Step>, 'order' | 'completes'>;
  readonly items: readonly JourneyItem<Step>[];
  readonly summary: UseJourneySummaryResult;
  readonly completion: CompletionState;
  /** The step that was entered last. */
  readonly enteredId: string | null;
  /** Enters another step, or leaves it. */
  readonly enter: (stepId: string | null) => void;
}

/** Where the journey stands, from its steps and the summary. Pure. */
export function toJourneyState<Step extends StepDefinition>(input: JourneyStateInput<Step>): JourneyState<Step> {
  const { definition, items, summary, completion, enteredId, enter } = input;
  if (summary.status === 'loading') return summary;
  if (summary.status === 'failed') return { ...summary, during: 'loading' };
  const { error } = summary;
  const isMenu = definition.order === 'menu';
  const leave = (): void => enter(null);

  const entered = items.find(({ step }) => step.id === enteredId);
  if (entered && !entered.isDone) {
    return { status: 'step', step: entered.step, isDone: false, items, error, ...(isMenu && { leave }) };
  }
  // A journey that was completed without the step has no verdict on it to be seen.
  if (entered && entered.state.status !== 'concluded') {
    return { status: 'step', step: entered.step, isDone: true, items, error, next: leave };
  }

  const open = items.filter(({ isDone }) => !isDone);
  const mayEnd = open.every(({ step }) => step.isOptional);
  if (summary.summary.isCompleted || (mayEnd && completion.status === 'completed')) {
    // The API has said so before the summary does.
    return { status: 'completed', items, summary: { ...summary.summary, isCompleted: true } };
  }
  if (mayEnd && completion.status === 'completing') return { status: 'completing', items };
  if (mayEnd && completion.status === 'failed') {
    return { status: 'failed', during: 'completing', error: completion.error, retry: completion.complete };
  }
  const complete = 'complete' in completion ? completion.complete : undefined;
  const first = open[0];
  if (first && !isMenu) return { status: 'step', step: first.step, isDone: false, items, error };
  if (first) {
    const toMenuItem = (item: JourneyItem<Step>): MenuItem<Step> =>
      item.isDone ? { ...item, isDone: true } : { ...item, isDone: false, open: () => enter(item.step.id) };
    return { status: 'menu', items: items.map(toMenuItem), error, ...(mayEnd && complete && { complete }) };
  }
  return definition.completes === false && complete ? { status: 'ready', items, error, complete } : { status: 'completing', items };
}
