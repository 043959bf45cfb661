import type { JourneyState } from '@stepframe/react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import type { FlowStep } from './FlowStep.ts';

export interface FlowBarProps {
  readonly state: JourneyState<FlowStep>;
  readonly isMenu: boolean;
  /** Nothing has begun that leaving would take away. */
  readonly mayLeave: boolean;
}

/** Above a step: how far the journey is, or the way back to the menu. */
export function FlowBar({ state, isMenu, mayLeave }: FlowBarProps): ReactNode {
  const t = useMessages();
  if (state.status !== 'step') return null;
  const { items, step } = state;
  if (isMenu) {
    return (
      !state.isDone &&
      state.leave &&
      mayLeave && (
        <div className="sf-flow-bar">
          <Button rank="quiet" icon="previous" onClick={state.leave}>
            {t('action.menu')}
          </Button>
        </div>
      )
    );
  }
  const number = items.findIndex((item) => item.step === step) + 1;
  return (
    items.length > 1 && (
      <div className="sf-flow-bar">
        <p className="sf-note">
          <span>{t('flow.progress', { number, total: items.length })}</span>
        </p>
        <progress className="sf-progress" max={items.length} value={items.filter(({ isDone }) => isDone).length} aria-hidden="true" />
      </div>
    )
  );
}
