'use client';

import type { JourneyEvent, JourneySummary } from '@stepframe/core';
import { type JourneyDefinition, type JourneyState, type StepScreen, useJourney, useStepframe } from '@stepframe/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Messages } from '../messages/en.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { ActedContext } from '../parts/ActedContext.ts';
import { useShownFromTop } from '../parts/useShownFromTop.ts';
import { useDoubleTapGuard } from '../step/useDoubleTapGuard.ts';
import { FlowBar } from './FlowBar.tsx';
import { FlowScreens } from './FlowScreens.tsx';
import type { FlowStep } from './FlowStep.ts';

export interface JourneyFlowProps {
  /** The steps as data. Keep the object stable between renders. */
  readonly definition: JourneyDefinition<FlowStep>;
  /** Texts that differ from the English ones, for all steps; a step's own come before them. Keep the object stable between renders. */
  readonly messages?: Partial<Messages> | undefined;
  /** Called for each verdict that comes while the flow is there. */
  readonly onStepResult?: ((result: StepResultEvent) => void) | undefined;
  /**
   * Called once the person has come to the end, and at first render for a journey that is completed already. Its assessment may be
   * `null` yet: it comes with `useJourneySummary`.
   */
  readonly onJourneyCompleted?: ((summary: JourneySummary) => void) | undefined;
  /** Shows a Sign in button where the session is over, and is called by it. */
  readonly onSignIn?: (() => void) | undefined;
  /** What stands at the end. Default: a word of thanks, the same whatever the assessment says. */
  readonly renderCompleted?: ((summary: JourneySummary) => ReactNode) | undefined;
  readonly className?: string | undefined;
}

/** A verdict on a step, or another one than before. */
export type StepResultEvent = Extract<JourneyEvent, { type: 'step-result' }>;

/** On these the person has begun nothing that leaving would take from them. */
const idleScreens: ReadonlySet<StepScreen['name']> = new Set(['loading', 'instructions', 'processing', 'rejected']);

/**
 * A whole journey from steps given as data: one after the other or by menu, from the first picture to the end.
 *
 * Needs a `StepframeProvider` above it.
 */
export function JourneyFlow({ messages, ...props }: JourneyFlowProps): ReactNode {
  return (
    <MessagesProvider messages={messages}>
      <FlowRoot {...props} />
    </MessagesProvider>
  );
}

function FlowRoot(props: Omit<JourneyFlowProps, 'messages'>): ReactNode {
  const t = useMessages();
  const { definition, onStepResult, onJourneyCompleted, onSignIn, renderCompleted, className } = props;
  const { journey } = useStepframe();
  const state = useJourney(definition);
  const [screenName, setScreenName] = useState<StepScreen['name']>('loading');

  useEffect(() => onStepResult && journey.listen((event) => event.type === 'step-result' && onStepResult(event)), [journey, onStepResult]);
  const summary = state.status === 'completed' ? state.summary : null;
  const told = useRef(false);
  useEffect(() => {
    if (summary && !told.current) onJourneyCompleted?.(summary);
    told.current = summary !== null;
  }, [summary, onJourneyCompleted]);

  const place = toPlace(state);
  const flow = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  const act = () => {
    acted.current = true;
  };
  const stopDoubleTap = useDoubleTapGuard(place);
  useShownFromTop(flow, place, acted);

  const isIdle = idleScreens.has(screenName);
  return (
    <ActedContext.Provider value={acted}>
      {/* They only watch, as in a step. */}
      <div
        ref={flow}
        lang={t('language')}
        dir={t.messages.direction}
        className={className ? `sf-step sf-flow ${className}` : 'sf-step sf-flow'}
        data-status={state.status}
        onFocus={act}
        onClickCapture={(event) => {
          act();
          stopDoubleTap(event);
        }}
      >
        <FlowBar state={state} isMenu={definition.order === 'menu'} mayLeave={isIdle} />
        <FlowScreens key={place} {...{ state, isIdle, onSignIn, renderCompleted }} onRefresh={journey.refresh} onScreen={setScreenName} />
      </div>
    </ActedContext.Provider>
  );
}

function toPlace(state: JourneyState): string {
  return state.status === 'step' ? `step ${state.step.id}` : state.status;
}
