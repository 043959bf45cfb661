import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { Announcer } from '../parts/Announcer.tsx';
import { Screen, type ScreenProps } from '../parts/Screen.tsx';

export interface StatusScreenProps extends Omit<ScreenProps, 'figure' | 'layout' | 'children'> {
  /** What stands in the badge. */
  readonly sign: 'check' | 'alert' | 'spinner';
}

/** A screen that says how things stand: a badge, words, and what can be done. */
export function StatusScreen({ sign, ...screen }: StatusScreenProps): ReactNode {
  return (
    <Screen
      {...screen}
      layout="centred"
      figure={
        <span className="sf-badge">{sign === 'spinner' ? <span className="sf-spinner" aria-hidden="true" /> : <Icon name={sign} />}</span>
      }
    >
      <Announcer>{`${screen.title}. ${screen.lead ?? ''}`}</Announcer>
    </Screen>
  );
}
