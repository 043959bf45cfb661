'use client';

import { forwardRef } from 'react';
import { useStep } from '../step/StepContext.ts';
import { type Part, usePart } from './usePart.ts';

/** How much of the pictures has left; nothing while they wait for something, or none is on its way. */
export const Progress: Part<'progress', object> = forwardRef(function Progress(props, ref) {
  const { screen, words } = useStep();
  const value = screen.name === 'uploading' ? screen.step.progress : 0;
  const element = usePart('progress', {
    state: {},
    own: { className: 'sf-progress', max: 1, value, 'aria-label': words.title },
    props,
    ref,
  });
  return words.sign === 'cloud' ? element : null;
});
