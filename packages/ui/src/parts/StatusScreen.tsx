import type { ReactNode } from 'react';
import { Actions } from '../actions/Actions.tsx';
import { Announcer } from './Announcer.tsx';
import { Figure, type FigureOwnProps } from './Figure.tsx';
import { Lead } from './Lead.tsx';
import { Screen, type ScreenState } from './Screen.tsx';
import { Title } from './Title.tsx';

export interface StatusScreenProps extends FigureOwnProps {
  readonly name: string;
  readonly tone?: ScreenState['tone'] | undefined;
  readonly title: string;
  readonly lead?: string | undefined;
  /** What can be done. */
  readonly children?: ReactNode;
}

/** A screen of a journey, or beside those of a step, that says how things stand. */
export function StatusScreen({ name, sign, tone = 'neutral', title, lead, children }: StatusScreenProps): ReactNode {
  return (
    <Screen name={name} layout="centred" tone={tone}>
      <Figure sign={sign} />
      <Title>{title}</Title>
      {lead && <Lead>{lead}</Lead>}
      {children && <Actions>{children}</Actions>}
      <Announcer>{`${title}. ${lead ?? ''}`}</Announcer>
    </Screen>
  );
}
