'use client';

import { forwardRef, useContext } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { Illustration } from '../icons/Illustration.tsx';
import type { ScreenSign } from '../messages/useScreenWords.ts';
import { StepContext } from '../step/StepContext.ts';
import { type Part, usePart } from './usePart.ts';

export interface FigureState {
  readonly sign: ScreenSign | null;
}

export interface FigureOwnProps {
  /** Default: as suits the screen. */
  readonly sign?: ScreenSign | undefined;
}

/** The drawing or sign above the title; nothing on screens that have none. Decorative. */
export const Figure: Part<'div', FigureState, FigureOwnProps> = forwardRef(function Figure({ sign: given, ...props }, ref) {
  const step = useContext(StepContext);
  const sign = given ?? step?.words.sign ?? null;
  const drawn =
    sign === 'drawing' ? (
      <Illustration subject={step?.subject ?? 'card'} />
    ) : (
      <span className="sf-badge">
        {sign === 'spinner' ? <span className="sf-spinner" aria-hidden="true" /> : sign && <Icon name={sign} />}
      </span>
    );
  const element = usePart('div', { state: { sign }, own: { className: 'sf-figure', children: drawn }, props, ref });
  return sign || props.children ? element : null;
});
