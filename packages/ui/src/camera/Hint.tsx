'use client';

import { forwardRef } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { type CameraContextValue, useCameraParts } from './CameraContext.ts';

export type HintState = Pick<CameraContextValue, 'tone'>;

/** What to do now, for the eye; those who do not see it hear it from the camera's screen, less hastily. */
export const Hint: Part<'p', HintState> = forwardRef(function Hint({ children, ...props }, ref) {
  const { tone, words, guide } = useCameraParts();
  const own = { className: 'sf-hint', 'aria-hidden': true, children: <span>{children ?? words}</span> } as const;
  // Anew with each press that was refused, for the words to be noticed again.
  return usePart('p', { state: { tone }, own: { ...own, key: guide.refused?.triesLeft }, props, ref });
});
