import type { StepframeError } from '@stepframe/core';
import type { JourneyState } from '@stepframe/react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { StatusScreen } from '../parts/StatusScreen.tsx';
import type { FlowStep } from './FlowStep.ts';
import { FlowStepView, type FlowStepViewProps } from './FlowStepView.tsx';
import type { JourneyFlowProps } from './JourneyFlow.tsx';
import { MenuScreen } from './MenuScreen.tsx';

export interface FlowScreensProps extends Pick<JourneyFlowProps, 'onSignIn' | 'renderCompleted'>, Pick<FlowStepViewProps, 'onScreen'> {
  readonly state: JourneyState<FlowStep>;
  /** The person has nothing in hand that would be lost with the step's screen. */
  readonly isIdle: boolean;
  readonly onRefresh: () => void;
}

/** What is due: a step, the menu, or a word on the journey as a whole. */
export function FlowScreens(props: FlowScreensProps): ReactNode {
  const { state, isIdle, onSignIn, renderCompleted, onRefresh, onScreen } = props;
  const t = useMessages();
  // Pictures would be taken for nothing.
  if ('error' in state && state.status !== 'failed' && state.error && !state.error.retryable && (isIdle || state.status !== 'step')) {
    return <Trouble key="trouble" error={state.error} title={t('unreachable.title')} {...{ onSignIn }} onRetry={onRefresh} />;
  }
  switch (state.status) {
    case 'loading':
      return <StatusScreen name="loading" sign="spinner" title={t('loading')} />;
    case 'failed': {
      const title = t(state.during === 'completing' ? 'unfinished.title' : 'unreachable.title');
      return <Trouble {...{ title, onSignIn }} error={state.error} onRetry={state.retry} />;
    }
    case 'step':
      return <FlowStepView step={state.step} onContinue={state.isDone ? state.next : undefined} {...{ onSignIn, onScreen }} />;
    case 'menu':
      return <MenuScreen items={state.items} onComplete={state.complete} />;
    case 'ready':
      return (
        <StatusScreen name="ready" sign="check" title={t('ready.title')} lead={t('ready.lead')}>
          <Button rank="primary" onClick={state.complete}>
            {t('action.finish')}
          </Button>
        </StatusScreen>
      );
    case 'completing':
      return <StatusScreen name="completing" sign="spinner" title={t('completing.title')} lead={t('completing.lead')} />;
    case 'completed':
      return renderCompleted ? (
        renderCompleted(state.summary)
      ) : (
        <StatusScreen name="completed" sign="check" tone="success" title={t('completed.title')} lead={t('completed.lead')} />
      );
    default:
      return state satisfies never;
  }
}

interface TroubleProps extends Pick<JourneyFlowProps, 'onSignIn'> {
  readonly error: StepframeError;
  readonly title: string;
  readonly onRetry: () => void;
}

/** Why the journey cannot go on just now, and the ways on. */
function Trouble({ error, title, onSignIn, onRetry }: TroubleProps): ReactNode {
  const t = useMessages();
  const isOver = error.code === 'request/session-expired';
  const signsIn = isOver && onSignIn;
  return (
    <StatusScreen name="unreachable" sign="alert" tone="warning" title={isOver ? t('session.title') : title} lead={t.error(error)}>
      {signsIn && (
        <Button rank="primary" onClick={onSignIn}>
          {t('action.signIn')}
        </Button>
      )}
      <Button rank={signsIn ? 'secondary' : 'primary'} onClick={onRetry}>
        {t('action.tryAgain')}
      </Button>
    </StatusScreen>
  );
}
