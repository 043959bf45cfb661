'use client';

import { forwardRef, useContext } from 'react';
import { StepContext } from '../step/StepContext.ts';
import { type Part, usePart } from './usePart.ts';

/** The sentence under the title; nothing where there is none to say. */
export const Lead: Part<'p', object> = forwardRef(function Lead({ children, ...props }, ref) {
  const step = useContext(StepContext);
  const words = children ?? step?.words.lead;
  const element = usePart('p', { state: {}, own: { className: 'sf-lead', children: <span>{words}</span> }, props, ref });
  return words ? element : null;
});
