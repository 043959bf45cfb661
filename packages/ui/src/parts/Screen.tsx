'use client';

import type { StepScreen } from '@stepframe/react';
import { forwardRef, useContext, useMemo } from 'react';
import { StepContext } from '../step/StepContext.ts';
import { ScreenContext } from './ScreenContext.ts';
import { type Part, usePart } from './usePart.ts';

export interface ScreenState {
  /** Name of the screen that is shown. */
  readonly screen: string;
  readonly layout: 'start' | 'centred';
  readonly tone: 'neutral' | 'success' | 'warning';
}

export interface ScreenOwnProps {
  /** Inside of a step: the screens that it is for; on others nothing is shown. Default: all but the camera's, which is `Camera`. */
  readonly on?: StepScreen['name'] | readonly StepScreen['name'][] | undefined;
  /** Outside of a step: its name. */
  readonly name?: string | undefined;
  /** Words and actions from the start edge, or centred under the figure. Default: as suits the screen. */
  readonly layout?: ScreenState['layout'] | undefined;
  /** Tone of the figure. Default: as suits the screen. */
  readonly tone?: ScreenState['tone'] | undefined;
  /** Kept, but not shown and out of reach: nothing of it is seen, read or focused. Default `false`. */
  readonly isHidden?: boolean | undefined;
}

/** Screens that one reads and works on; on the others a sign tells how things stand. */
const readFromStart = new Set(['instructions', 'camera', 'review']);

/** One screen of a step, or of a journey. */
export const Screen: Part<'div', ScreenState, ScreenOwnProps> = forwardRef(function Screen(props, ref) {
  const { on, name, layout, tone, isHidden = false, ...rest } = props;
  const step = useContext(StepContext);
  const screen = name ?? step?.screen.name ?? '';
  const state: ScreenState = {
    screen,
    layout: layout ?? (readFromStart.has(screen) || !step ? 'start' : 'centred'),
    tone: tone ?? step?.words.tone ?? 'neutral',
  };
  const context = useMemo(() => ({ isHidden }), [isHidden]);
  const element = usePart('div', { state, own: { className: 'sf-screen', hidden: isHidden }, props: rest, ref });
  const isDue = !step || name !== undefined || (on ? [on].flat().some((one) => one === screen) : screen !== 'camera');
  return isDue && <ScreenContext.Provider value={context}>{element}</ScreenContext.Provider>;
});
