import type { MenuItem } from '@stepframe/react';
import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Actions } from '../actions/Actions.tsx';
import { Button } from '../parts/Button.tsx';
import { Lead } from '../parts/Lead.tsx';
import { Screen } from '../parts/Screen.tsx';
import { Title } from '../parts/Title.tsx';
import type { FlowStep } from './FlowStep.ts';

export interface MenuScreenProps {
  readonly items: readonly MenuItem<FlowStep>[];
  /** Completes the journey with what there is; absent while something is missing. */
  readonly onComplete?: (() => void) | undefined;
}

const names = { 'id-document': 'document.name', selfie: 'selfie.name', 'proof-of-address': 'address.name' } as const;

/** What a step's state is called, and the sign before it; a number where nothing has happened yet. */
function toStanding({ step, state }: MenuItem<FlowStep>): {
  readonly words: MessageKey;
  readonly sign: 'check' | 'alert' | 'spinner' | null;
} {
  switch (state.status) {
    case 'idle':
      return { words: step.isOptional ? 'menu.optional' : 'menu.idle', sign: null };
    case 'rejected':
      return state.canRetry ? { words: 'menu.rejected', sign: 'alert' } : { words: 'menu.concluded', sign: 'check' };
    case 'failed':
      return { words: 'menu.failed', sign: 'alert' };
    case 'uploading':
    case 'processing':
      return { words: `menu.${state.status}`, sign: 'spinner' };
    default:
      return { words: `menu.${state.status}`, sign: 'check' };
  }
}

/** All steps with where they stand; the person takes them in any order, and ends when nothing is missing. */
export function MenuScreen({ items, onComplete }: MenuScreenProps): ReactNode {
  const t = useMessages();
  return (
    <Screen name="menu">
      <Title>{t('menu.title')}</Title>
      <Lead>{t(onComplete ? 'menu.rest' : 'menu.lead')}</Lead>
      <ul className="sf-menu">
        {items.map((item, at) => {
          const { step, state, isDone } = item;
          const { words, sign } = toStanding(item);
          const name = step.kind === 'custom' ? step.title : (step.messages?.[names[step.kind]] ?? t(names[step.kind]));
          const row = (
            <>
              <span className="sf-menu-sign" aria-hidden="true">
                {sign === 'spinner' ? <span className="sf-spinner" /> : sign ? <Icon name={sign} /> : at + 1}
              </span>
              <span className="sf-menu-words">
                <strong>
                  <span>{name}</span>
                </strong>{' '}
                <span className="sf-note">{t(words)}</span>
              </span>
              {!isDone && <Icon name="next" />}
            </>
          );
          return (
            <li key={step.id} data-status={state.status} data-sign={sign}>
              {isDone ? (
                <div className="sf-menu-item">{row}</div>
              ) : (
                <button type="button" className="sf-menu-item" onClick={item.open}>
                  {row}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {onComplete && (
        <Actions>
          <Button rank="primary" onClick={onComplete}>
            {t('action.finish')}
          </Button>
        </Actions>
      )}
    </Screen>
  );
}
